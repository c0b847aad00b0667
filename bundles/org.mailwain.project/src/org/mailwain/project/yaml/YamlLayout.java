package org.mailwain.project.yaml;

import org.mailwain.project.text.LineMap;
import org.mailwain.project.text.TextEdit;
import org.mailwain.project.yaml.YamlNode.Entry;
import org.mailwain.project.yaml.YamlNode.Mapping;
import org.mailwain.project.yaml.YamlNode.Sequence;

/** Finds its way between the nodes of a text: dashes, colons, ends of lines, indentation. */
final class YamlLayout {
    /** No edit can be worked out for this place. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The place of a value.
     *
     * @param owner offset of the key or dash
     * @param after offset behind the colon or dash
     */
    record Slot(int owner, int after, boolean inList) {}

    private final String text;
    private final LineMap lines;
    private final String lineEnd;
    private final YamlText render;

    YamlLayout(YamlDocument document) {
        this.text = document.text();
        this.lines = document.lines();
        this.lineEnd = document.content().lineEnd();
        this.render = new YamlText(lineEnd, step(document.root()), indentedLists(document.root()));
    }

    String newLine(int indent) {
        return lineEnd + " ".repeat(indent);
    }

    String entry(String key, YamlValue value, int indent) {
        return render.entry(key, value, indent);
    }

    String item(YamlValue value, int indent) {
        return render.item(value, indent);
    }

    /** With the line end before it. */
    String block(YamlValue value, int indent, boolean inList) {
        return render.block(value, indent, inList);
    }

    int indentOf(Slot slot) {
        return lines.column(slot.owner()) - 1;
    }

    /** Behind the colon of an entry; behind the key where a flow mapping goes without. */
    int colon(Entry entry) {
        int offset = skipBlanks(entry.key().span().end());
        return offset < text.length() && text.charAt(offset) == ':'
                ? offset + 1
                : entry.key().span().end();
    }

    /** The dash of an item in a block list: all stand in the column of the first. */
    int dash(Sequence sequence, int position) {
        int offset = skipBlanks(sequence.span().start());
        for (int i = 0; i < position; i++) {
            offset = skipBlanks(sequence.items().get(i).span().end());
        }
        if (offset >= text.length() || text.charAt(offset) != '-') {
            throw new Unclear();
        }
        return offset;
    }

    private int skipBlanks(int from) {
        int offset = from;
        while (offset < text.length()) {
            char c = text.charAt(offset);
            if (c == '#') {
                offset = endOfLine(offset);
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                offset++;
            } else {
                return offset;
            }
        }
        return offset;
    }

    private int endOfLine(int from) {
        int offset = from;
        while (offset < text.length() && !isBreak(offset)) {
            offset++;
        }
        return offset;
    }

    private boolean isBreak(int offset) {
        return text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
    }

    /** Behind the break that stands at the offset, if any. */
    private int pastBreak(int offset) {
        if (offset < text.length() && text.charAt(offset) == '\r') {
            int next = offset + 1;
            return next < text.length() && text.charAt(next) == '\n' ? next + 1 : next;
        }
        return offset < text.length() && text.charAt(offset) == '\n' ? offset + 1 : offset;
    }

    /** The line end of a block scalar stays. */
    TextEdit replaceScalar(YamlNode old, String replacement) {
        int end = old.span().end();
        while (end > old.span().start() && isBreak(end - 1)) {
            end--;
        }
        return TextEdit.replace(old.span().start(), end, replacement);
    }

    /** Replaces a value inside its line, or writes it where nothing stands. */
    TextEdit replaceInLine(Slot slot, YamlNode old, String replacement) {
        if (old.span().length() > 0) {
            return TextEdit.replace(old.span().start(), old.span().end(), replacement);
        }
        boolean colon = slot.inList() || text.charAt(slot.after() - 1) == ':';
        return TextEdit.insert(slot.after(), (colon ? " " : ": ") + replacement);
    }

    /** Replaces all from the colon or dash on; a comment on that line stays, those of the lines replaced go. */
    TextEdit replaceRest(Slot slot, YamlNode old, String inLine, String below) {
        int end = Math.max(slot.after(), old.span().end());
        int lineEnds = endOfLine(slot.after());
        String written = inLine.isEmpty() ? "" : " " + inLine;
        if (end > lineEnds) {
            boolean comment =
                    text.substring(slot.after(), lineEnds).stripLeading().startsWith("#");
            String kept = comment ? text.substring(slot.after(), lineEnds) : "";
            boolean wholeLines = isBreak(end - 1);
            return TextEdit.replace(
                    slot.after(),
                    wholeLines ? end : endOfLine(end),
                    written + kept + below + (wholeLines ? lineEnd : ""));
        }
        return TextEdit.replace(slot.after(), lineEnds, written + text.substring(end, lineEnds) + below);
    }

    /** Puts a line below the one on which a node ends. */
    TextEdit addLineAfter(YamlNode node, int indent, String line) {
        int end = node.span().end();
        if (node.span().length() > 0 && isBreak(end - 1)) {
            return TextEdit.insert(end, " ".repeat(indent) + line + lineEnd);
        }
        return TextEdit.insert(endOfLine(end), newLine(indent) + line);
    }

    TextEdit append(String line) {
        boolean open = !text.isEmpty() && !isBreak(text.length() - 1);
        return TextEdit.insert(text.length(), open ? lineEnd + line : line + lineEnd);
    }

    /**
     * Takes an entry or item away.
     *
     * @param start of the key, dash or flow item
     * @param next start of the one after it, or -1
     * @param before end of the one before it, or -1
     */
    TextEdit remove(boolean flow, int start, int end, int next, int before) {
        if (flow) {
            return next >= 0
                    ? TextEdit.replace(start, next, "")
                    : TextEdit.replace(before >= 0 ? before : start, end, "");
        }
        int lineStart = lines.start(lines.line(start));
        if (!text.substring(lineStart, start).isBlank()) {
            boolean joined = next >= 0 && text.substring(end, next).isBlank();
            return TextEdit.replace(start, joined ? next : end, "");
        }
        boolean keepsBreaks = end > start && isBreak(end - 1);
        int past = keepsBreaks ? end : pastBreak(endOfLine(end));
        return TextEdit.replace(lineStart, pastDeeperComments(past, start - lineStart), "");
    }

    /** Comments that stand deeper than a key, right below it, are about what is in it. */
    private int pastDeeperComments(int from, int indent) {
        int past = from;
        int offset = from;
        while (offset < text.length()) {
            int lineEnds = endOfLine(offset);
            String line = text.substring(offset, lineEnds);
            String content = line.stripLeading();
            if (!content.isEmpty() && !content.startsWith("#")) {
                break;
            }
            offset = pastBreak(lineEnds);
            if (!content.isEmpty() && line.length() - content.length() > indent) {
                past = offset;
            } else if (!content.isEmpty()) {
                break;
            }
        }
        return past;
    }

    /** How far nested keys are indented in this text; 2 where none are. */
    private int step(YamlNode node) {
        if (node instanceof Mapping mapping && !mapping.flow()) {
            for (Entry entry : mapping.entries()) {
                if (entry.value() instanceof Mapping inner
                        && !inner.flow()
                        && !inner.entries().isEmpty()) {
                    int step =
                            lines.column(inner.entries().getFirst().key().span().start())
                                    - lines.column(entry.key().span().start());
                    return step > 0 && step <= 8 ? step : 2;
                }
            }
        }
        return 2;
    }

    /** Whether the dashes of the first list stand deeper than its key. */
    private boolean indentedLists(YamlNode node) {
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                if (entry.value() instanceof Sequence list
                        && !list.flow()
                        && !list.items().isEmpty()) {
                    return lines.column(list.span().start())
                            > lines.column(entry.key().span().start());
                }
            }
        }
        return true;
    }
}
