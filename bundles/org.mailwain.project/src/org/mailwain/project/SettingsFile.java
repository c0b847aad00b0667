package org.mailwain.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.settings.SettingsInput;
import org.mailwain.project.settings.Finding;
import org.mailwain.project.settings.Nearest;
import org.mailwain.project.settings.SettingsContext;
import org.mailwain.project.settings.SettingsReader;
import org.mailwain.project.settings.YamlInput;
import org.mailwain.project.yaml.YamlDocument;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.project.yaml.YamlPath;

/** What reading a settings file gathers: the document and what is wrong with what it says. For one thread. */
final class SettingsFile {
    private final YamlDocument document;
    private final List<Problem> problems = new ArrayList<>();

    SettingsFile(YamlDocument document) {
        this.document = document;
        problems.addAll(document.problems());
    }

    YamlDocument document() {
        return document;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean isSound() {
        return problems.stream().noneMatch(Problem::isError);
    }

    /** The root as settings; where it is something else, that is a problem and the settings are empty. */
    SettingsInput.Group root() {
        if (document.root() instanceof YamlNode.Mapping mapping) {
            return YamlInput.group(mapping);
        }
        if (!document.root().isEmpty()) {
            add(document.root(), ProjectFailure.SETTING_NOT_GROUP.with(document.file()), List.of());
        }
        return new SettingsInput.Group(List.of(), document.root());
    }

    <R extends Record> Optional<R> read(
            Class<R> type, SettingsInput.Group input, List<String> elsewhere, SettingsContext context) {
        List<Finding> findings = new ArrayList<>();
        SettingsReader reader = new SettingsReader(context, findings, document.complete());
        Optional<R> settings = reader.read(type, input, elsewhere);
        findings.forEach(f -> add(f.place(), f.failure(), f.suggestions()));
        return settings;
    }

    void add(Object place, Failure failure, List<String> suggestions) {
        problems.add(document.problem(YamlInput.span(place), failure, suggestions));
    }

    void addAll(List<Problem> others) {
        problems.addAll(others);
    }

    /** A name that has to be one of those known. */
    void requireKnown(YamlNode node, String name, List<String> known, ProjectFailure code) {
        if (!known.contains(name)) {
            List<String> near = Nearest.of(name, known);
            add(node, code.with(name, String.join(", ", known)), near.isEmpty() ? known : near);
        }
    }

    /** The text at a path, where there is one. */
    Optional<YamlNode.Scalar> scalar(String... keys) {
        return document.find(YamlPath.of(keys))
                .filter(YamlNode.Scalar.class::isInstance)
                .map(YamlNode.Scalar.class::cast)
                .filter(scalar -> !scalar.isNull());
    }
}
