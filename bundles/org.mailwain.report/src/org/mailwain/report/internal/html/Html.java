package org.mailwain.report.internal.html;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.mailwain.report.internal.text.Safe;

/** Writes HTML that is well-formed XML too. Every text and attribute is escaped here and nowhere else. */
public final class Html {
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    public Html(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    /** @param attributes names and values in turn; one with a null value is left out */
    public Html open(String tag, String... attributes) {
        start(tag, attributes);
        put(">");
        open.push(tag);
        return this;
    }

    public Html close() {
        put("</" + open.pop() + ">");
        return this;
    }

    /** Closes up to and with the innermost such element. */
    public Html close(String tag) {
        while (!open.peek().equals(tag)) {
            close();
        }
        return close();
    }

    public Html leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element without an end tag. */
    public Html empty(String tag, String... attributes) {
        start(tag, attributes);
        put("/>");
        return this;
    }

    private void start(String tag, String... attributes) {
        put("<" + tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                put(" " + attributes[i] + "=\"");
                escape(Safe.plain(attributes[i + 1]));
                put("\"");
            }
        }
    }

    public Html text(String text) {
        escape(Safe.plain(text));
        return this;
    }

    /** A text of strangers: its direction ends with it, and odd characters stand out. */
    public Html said(String text) {
        String whole = Safe.wellFormed(text);
        open("bdi");
        int from = 0;
        for (int i = 0; i < whole.length(); ) {
            int point = whole.codePointAt(i);
            int next = i + Character.charCount(point);
            if (Safe.isOdd(point)) {
                escape(whole.substring(from, i));
                leaf("span", Safe.picture(point), "class", "odd");
                from = next;
            }
            i = next;
        }
        escape(whole.substring(from));
        return close();
    }

    /** Our own style, script or markup. */
    Html raw(String markup) {
        put(markup);
        return this;
    }

    public Html line() {
        put("\n");
        return this;
    }

    private void escape(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = switch (text.charAt(i)) {
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '&' -> "&amp;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> null;
            };
            if (entity != null) {
                put(text, from, i);
                put(entity);
                from = i + 1;
            }
        }
        put(text, from, text.length());
    }

    private void put(String text) {
        put(text, 0, text.length());
    }

    private void put(String text, int from, int to) {
        try {
            out.write(text, from, to - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes what is open, and the stream. */
    public void end() {
        while (!open.isEmpty()) {
            close();
        }
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
