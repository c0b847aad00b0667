package org.mailwain.project.text;

import java.util.Objects;

/**
 * Replaces a stretch of a text.
 *
 * @param span what goes, in the text before the edit
 * @param replacement what comes; may be empty
 */
public record TextEdit(Span span, String replacement) {
    public TextEdit {
        Objects.requireNonNull(span);
        Objects.requireNonNull(replacement);
    }

    public static TextEdit replace(int start, int end, String replacement) {
        return new TextEdit(new Span(start, end), replacement);
    }

    public static TextEdit insert(int offset, String text) {
        return replace(offset, offset, text);
    }

    public String apply(String text) {
        return text.substring(0, span.start()) + replacement + text.substring(span.end());
    }

    /** The edit that undoes this one, for the text after it. @param text the text before this edit */
    public TextEdit inverse(String text) {
        return replace(span.start(), span.start() + replacement.length(), span.of(text));
    }

    /** The same change without what both sides have in common at their ends. @param text the text before this edit */
    public TextEdit trimmed(String text) {
        String old = span.of(text);
        int most = Math.min(old.length(), replacement.length());
        int head = 0;
        while (head < most && old.charAt(head) == replacement.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && old.charAt(old.length() - 1 - tail) == replacement.charAt(replacement.length() - 1 - tail)) {
            tail++;
        }
        return replace(
                span.start() + head, span.end() - tail, replacement.substring(head, replacement.length() - tail));
    }
}
