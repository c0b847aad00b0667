package org.mailwain.demo.internal.imap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Answers, buffered until there is nothing more to read. */
final class Output {
    private static final int BUFFER = 64 * 1024;

    private final OutputStream out;

    Output(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    Output text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    void line(String text) throws IOException {
        text(text).text("\r\n");
    }

    Output literal(byte[] bytes, int from, int length) throws IOException {
        text("{" + length + "}\r\n");
        out.write(bytes, from, length);
        return this;
    }

    void flush() throws IOException {
        out.flush();
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
