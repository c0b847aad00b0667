package org.mailwain.project.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.text.LineMap;
import org.mailwain.project.text.Span;
import org.mailwain.project.yaml.YamlTree.Offsets;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads a text past its syntax errors: a tab is taken for a blank, and the top-level entry that holds any other error
 * is blanked out, so that the rest of the file is still checked. Places stay as they are in the text.
 */
final class YamlSyntax {
    /** So many errors are enough for one look. */
    private static final int MAX_FAULTS = 25;
    /** Each reads the whole text again. */
    private static final int MAX_ATTEMPTS = 100;

    record Fault(Span span, Failure failure, List<String> suggestions) {}

    private final String text;
    private final LineMap lines;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Integer> tabbed = new HashSet<>();
    private String readable;
    private YamlNode root;

    private YamlSyntax(String text) {
        this.text = text;
        this.lines = new LineMap(text);
        this.readable = text;
    }

    static YamlSyntax read(String text) {
        YamlSyntax syntax = new YamlSyntax(text);
        syntax.read();
        return syntax;
    }

    YamlNode root() {
        return root;
    }

    List<Fault> faults() {
        return faults;
    }

    private void read() {
        for (int attempt = 0; attempt < MAX_ATTEMPTS && faults.size() < MAX_FAULTS; attempt++) {
            try {
                YamlTree tree = YamlTree.read(readable);
                tree.oddities().forEach(this::odd);
                root = tree.root();
                return;
            } catch (YamlTree.TooDeep deep) {
                faults.add(new Fault(new Span(0, 0), ProjectFailure.YAML_TOO_DEEP.with(YamlTree.MAX_DEPTH), List.of()));
                break;
            } catch (YAMLException error) {
                note(error);
            }
        }
        root = YamlTree.read("").root();
        if (faults.isEmpty()) {
            fault(Math.max(0, text.indexOf('\t')), 1, ProjectFailure.YAML_TAB.with(), " ");
        }
    }

    private void odd(YamlTree.Found found) {
        ProjectFailure code = switch (found.oddity()) {
            case ALIAS -> ProjectFailure.YAML_ALIAS;
            case TAG -> ProjectFailure.YAML_TAG;
            case KEY_NOT_TEXT -> ProjectFailure.YAML_KEY_NOT_TEXT;
            case SECOND_DOCUMENT -> ProjectFailure.YAML_DOCUMENTS;
            case TOO_DEEP -> ProjectFailure.YAML_TOO_DEEP;
        };
        String shown = firstLine(found.span().of(text));
        List<String> quoted = code == ProjectFailure.YAML_ALIAS || code == ProjectFailure.YAML_TAG
                ? List.of(ScalarText.quoted(shown))
                : List.of();
        faults.add(new Fault(found.span(), code.with(shown), quoted));
    }

    private void note(YAMLException error) {
        if (error instanceof ReaderException character) {
            int offset = Math.min(new Offsets(readable).ofCodePoint(character.getPosition()), text.length() - 1);
            faults.add(new Fault(
                    new Span(offset, offset + 1),
                    ProjectFailure.YAML_CONTROL_CHARACTER.with(String.format("U+%04X", character.getCodePoint())),
                    List.of()));
            blank(offset, offset + 1);
        } else if (error instanceof MarkedYAMLException marked) {
            note(marked);
        } else {
            faults.add(new Fault(new Span(0, 0), ProjectFailure.YAML_SYNTAX.with(error.getMessage()), List.of()));
            blank(0, text.length());
        }
    }

    private void note(MarkedYAMLException error) {
        int offset = error.getProblemMark() == null ? 0 : offset(error.getProblemMark());
        int begun = error.getContextMark() == null ? offset : offset(error.getContextMark());
        String detail = String.valueOf(error.getProblem());
        boolean inFlow = error.getContext() != null && error.getContext().contains("flow");
        if (offset < text.length() && text.charAt(offset) == '\t') {
            tabs(offset);
        } else if (detail.contains("cannot start any token") && offset < text.length()) {
            reserved(offset);
        } else if (detail.contains("expected ':'")) {
            entryFault(begun, 0, ProjectFailure.YAML_COLON.with());
        } else if (detail.contains("mapping values are not allowed")) {
            entryFault(offset, 0, ProjectFailure.YAML_COLON.with());
        } else if (begun < text.length() && (inFlow || detail.contains("end of stream"))) {
            entryFault(begun, 1, ProjectFailure.YAML_UNCLOSED.with(text.substring(begun, begun + 1)));
        } else if (detail.contains("expected <block end>")) {
            entryFault(offset, 0, ProjectFailure.YAML_INDENTATION.with());
        } else {
            entryFault(offset, 0, ProjectFailure.YAML_SYNTAX.with(detail));
        }
    }

    private void reserved(int offset) {
        String rest = firstLine(text.substring(offset)).stripTrailing();
        String sign = text.substring(offset, offset + 1);
        entryFault(offset, rest.length(), ProjectFailure.YAML_RESERVED.with(sign), ScalarText.quoted(rest));
    }

    /** A fault after which the rest of the entry is not understood. */
    private void entryFault(int offset, int length, Failure failure, String... suggestions) {
        fault(offset, length, failure, suggestions);
        blankEntry(offset);
    }

    /**
     * All lines that are indented by tabs are told at once. A tab behind a value is as good as a blank (YAML 1.2,
     * section 6.2), though SnakeYAML refuses it.
     */
    private void tabs(int offset) {
        boolean indentation =
                readable.substring(lines.start(lines.line(offset)), offset).isBlank();
        if (!indentation) {
            blank(offset, offset + 1);
            return;
        }
        for (int line = lines.line(offset); line <= lines.lines(); line++) {
            String shown = firstLine(readable.substring(lines.start(line)));
            int indent = shown.length() - shown.stripLeading().length();
            int at = shown.substring(0, indent).indexOf('\t');
            if (at >= 0 && indent < shown.length()) {
                tab(lines.start(line) + at);
            }
        }
    }

    private void tab(int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) == '\t') {
            end++;
        }
        tabbed.add(firstLineOfEntry(offset));
        fault(offset, end - offset, ProjectFailure.YAML_TAB.with(), "  ".repeat(end - offset));
        blank(offset, end);
    }

    private void fault(int offset, int length, Failure failure, String... suggestions) {
        if (!failure.is(ProjectFailure.YAML_TAB) && !tabbed.isEmpty() && tabbed.contains(firstLineOfEntry(offset))) {
            return; // what is wrong behind a tab is most often the tab
        }
        faults.add(new Fault(new Span(offset, offset + length), failure, List.of(suggestions)));
    }

    /** From the line at the margin that begins the entry to the next such line. */
    private void blankEntry(int offset) {
        int first = firstLineOfEntry(offset);
        int next = lines.line(offset) + 1;
        while (next <= lines.lines() && !atMargin(next)) {
            next++;
        }
        blank(lines.start(first), lines.start(next));
    }

    private int firstLineOfEntry(int offset) {
        int first = lines.line(Math.min(offset, Math.max(0, text.length() - 1)));
        while (first > 1 && !atMargin(first)) {
            first--;
        }
        return first;
    }

    private boolean atMargin(int line) {
        int start = lines.start(line);
        return start < readable.length() && " \t\r\n#-]}".indexOf(readable.charAt(start)) < 0;
    }

    private void blank(int start, int end) {
        StringBuilder blanked = new StringBuilder(readable);
        for (int i = start; i < end; i++) {
            if (blanked.charAt(i) != '\n' && blanked.charAt(i) != '\r') {
                blanked.setCharAt(i, ' ');
            }
        }
        readable = blanked.toString();
    }

    private int offset(Mark mark) {
        return Math.min(new Offsets(readable).ofCodePoint(mark.getIndex()), text.length());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
