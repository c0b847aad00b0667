package org.mailwain.project.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.failure.Problem.Severity;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.text.LineMap;
import org.mailwain.project.text.Span;
import org.mailwain.project.text.TextContent;
import org.mailwain.project.text.TextEdit;
import org.mailwain.project.yaml.YamlNode.Entry;
import org.mailwain.project.yaml.YamlNode.Mapping;
import org.mailwain.project.yaml.YamlNode.Sequence;

/**
 * A YAML file as a text and the tree that was read from it. Immutable: an edit is worked out as the smallest
 * {@link TextEdit} and applied into a new document, so that undoing is going back to the old one. Reading never fails;
 * what is wrong stands in {@link #problems()}, and what could be read around a syntax error is in the tree.
 */
public final class YamlDocument {
    private final String file;
    private final TextContent content;
    private final LineMap lines;
    private final YamlNode root;
    private final boolean complete;
    private final List<Problem> problems;

    private YamlDocument(String file, TextContent content) {
        this.file = file;
        this.content = content;
        this.lines = new LineMap(content.text());
        YamlSyntax syntax = YamlSyntax.read(content.text());
        this.root = syntax.root();
        this.complete = syntax.faults().isEmpty();
        List<Problem> found = new ArrayList<>();
        if (!content.isUtf8()) {
            found.add(new Problem(file, 0, 0, 0, Severity.ERROR, ProjectFailure.FILE_NOT_UTF8.with(), List.of()));
        }
        syntax.faults().forEach(f -> found.add(problem(f.span(), f.failure(), f.suggestions())));
        duplicates(root, found);
        this.problems = List.copyOf(found);
    }

    /** @param file path relative to the project, for problems */
    public static YamlDocument read(String file, TextContent content) {
        return new YamlDocument(file, content);
    }

    public String file() {
        return file;
    }

    public TextContent content() {
        return content;
    }

    public String text() {
        return content.text();
    }

    public LineMap lines() {
        return lines;
    }

    /** An empty scalar where there is nothing but comments. */
    public YamlNode root() {
        return root;
    }

    /** False where a syntax error hides a part of the file: what seems to be missing may be there. */
    public boolean complete() {
        return complete;
    }

    /** Of the YAML alone: encoding, syntax, keys given twice. */
    public List<Problem> problems() {
        return problems;
    }

    public Problem problem(Span span, Failure failure, List<String> suggestions) {
        return problem(span, Severity.ERROR, failure, suggestions);
    }

    public Problem problem(Span span, Severity severity, Failure failure, List<String> suggestions) {
        int line = lines.line(span.start());
        int lineEnd = lines.start(line + 1);
        int length = Math.min(span.end(), Math.max(lineEnd, span.start())) - span.start();
        return new Problem(file, line, lines.column(span.start()), length, severity, failure, suggestions);
    }

    /** Empty where the path leads nowhere; a key without a value gives an empty scalar. */
    public Optional<YamlNode> find(YamlPath path) {
        Optional<YamlNode> node = Optional.of(root);
        for (YamlPath.Step step : path.steps()) {
            node = node.flatMap(above -> below(above, step));
        }
        return node;
    }

    private static Optional<YamlNode> below(YamlNode node, YamlPath.Step step) {
        if (node instanceof Mapping mapping && step instanceof YamlPath.Key key) {
            return mapping.entry(key.name()).map(Entry::value);
        }
        if (node instanceof Sequence sequence && step instanceof YamlPath.Index index) {
            int at = index.position();
            return at >= 0 && at < sequence.items().size()
                    ? Optional.of(sequence.items().get(at))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    public YamlDocument apply(TextEdit edit) {
        return new YamlDocument(file, content.withText(edit.apply(text())));
    }

    /**
     * Gives a key or list item its value; keys on the way that are missing are made. Nothing else changes.
     *
     * @throws FailureException {@link ProjectFailure#YAML_NOT_EDITABLE} where only a person can edit this place
     */
    public TextEdit set(YamlPath path, YamlValue value) throws FailureException {
        return edits(path).set(path, value);
    }

    /**
     * Takes a key with its value, or a list item, away; does nothing where there is none. Comments above it stay.
     *
     * @throws FailureException as for {@link #set}
     */
    public TextEdit remove(YamlPath path) throws FailureException {
        return edits(path).remove(path);
    }

    /**
     * Puts an item into a list; the list is made where it is missing.
     *
     * @param position from 0; the list's size or more appends
     * @throws FailureException as for {@link #set}
     */
    public TextEdit insert(YamlPath list, int position, YamlValue value) throws FailureException {
        return edits(list).insert(list, position, value);
    }

    /** Puts a suggestion of one of this document's problems in the place of what is wrong. */
    public TextEdit fix(Problem problem, String suggestion) {
        int start = lines.offset(problem.line(), problem.column());
        return TextEdit.replace(start, Math.min(start + problem.length(), text().length()), suggestion);
    }

    private YamlEdits edits(YamlPath path) throws FailureException {
        if (!complete) {
            throw ProjectFailure.YAML_NOT_EDITABLE.raise(file, path);
        }
        return new YamlEdits(this);
    }

    private void duplicates(YamlNode node, List<Problem> found) {
        switch (node) {
            case Mapping mapping -> {
                Set<String> seen = new HashSet<>();
                for (Entry entry : mapping.entries()) {
                    if (!seen.add(entry.name())) {
                        found.add(problem(
                                entry.key().span(), ProjectFailure.YAML_DUPLICATE_KEY.with(entry.name()), List.of()));
                    }
                    duplicates(entry.value(), found);
                }
            }
            case Sequence sequence -> sequence.items().forEach(item -> duplicates(item, found));
            case YamlNode.Scalar scalar -> {}
        }
    }
}
