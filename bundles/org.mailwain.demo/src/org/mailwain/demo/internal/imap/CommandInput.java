package org.mailwain.demo.internal.imap;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Commands read by the grammar of RFC 3501 section 9, byte by byte, so that a synchronising literal is invited only
 * when its turn comes. Not more than {@value #MAX_LINE} bytes between two literals.
 */
final class CommandInput {
    static final int MAX_LINE = 64 * 1024;
    private static final int SMALL_LITERAL = 4096;
    private static final int MAX_STRING = 64 * 1024;

    /** What a literal needs of the connection. */
    interface Literals {
        /** Asks the client to go on. */
        void invite() throws IOException;

        /** Whether {@code {n+}} of that size is offered. */
        boolean offered(long size);
    }

    private final InputStream in;
    private final Literals literals;
    private int peeked = -1;
    private int line;
    /** The end of the line that was read last, to find a literal in what is skipped. */
    private final StringBuilder tail = new StringBuilder();

    CommandInput(InputStream in, Literals literals) {
        this.in = in;
        this.literals = literals;
    }

    /** Whether more bytes are here already, so that answers may wait to be flushed. */
    boolean hasMore() throws IOException {
        return peeked >= 0 || in.available() > 0;
    }

    void begin() {
        line = 0;
        tail.setLength(0);
    }

    int peek() throws IOException {
        if (peeked < 0) {
            peeked = in.read();
            if (peeked < 0) {
                throw new EOFException();
            }
        }
        return peeked;
    }

    private int next() throws IOException {
        int c = peek();
        peeked = -1;
        if (++line > MAX_LINE) {
            throw new ConnectionEnd("command line too long");
        }
        tail.append((char) c);
        if (tail.length() > 4 * 32) {
            tail.delete(0, tail.length() - 32);
        }
        return c;
    }

    boolean at(char c) throws IOException {
        return peek() == c;
    }

    void expect(char c) throws IOException, CommandException {
        if (peek() != c) {
            throw CommandException.bad("expected '" + c + "'");
        }
        next();
    }

    boolean accept(char c) throws IOException {
        if (peek() != c) {
            return false;
        }
        next();
        return true;
    }

    void space() throws IOException, CommandException {
        expect(' ');
    }

    void endOfLine() throws IOException, CommandException {
        if (peek() != '\r') {
            throw CommandException.bad("too many arguments");
        }
        next();
        if (peek() != '\n') {
            throw CommandException.bad("CR without LF");
        }
        next();
    }

    /** Leaves a command that was not understood, with the literals that are on their way already. */
    void skipCommand() throws IOException {
        while (true) {
            if (tail.isEmpty() || tail.charAt(tail.length() - 1) != '\n') {
                while (next() != '\n') {
                    // up to the end of the line
                }
            }
            String end = tail.toString().stripTrailing();
            int brace = end.lastIndexOf('{');
            if (brace < 0 || !end.substring(brace).matches("\\{\\d{1,10}\\+\\}")) {
                return;
            }
            in.skipNBytes(Long.parseLong(end.substring(brace + 1, end.length() - 2)));
            begin();
        }
    }

    String tag() throws IOException, CommandException {
        return word("tag", "+");
    }

    String atom() throws IOException, CommandException {
        return word("atom", "");
    }

    /** An atom in upper case, for names of commands and items. */
    String keyword() throws IOException, CommandException {
        return atom().toUpperCase(Locale.ROOT);
    }

    private String word(String what, String moreSpecials) throws IOException, CommandException {
        StringBuilder text = new StringBuilder();
        while (peek() > ' ' && peek() < 127 && "(){\"\\%*]".indexOf(peek()) < 0 && moreSpecials.indexOf(peek()) < 0) {
            text.append((char) next());
        }
        if (text.isEmpty()) {
            throw CommandException.bad("expected " + what);
        }
        return text.toString();
    }

    /** All characters up to one of these or a blank or the end of the line. */
    String until(String ends) throws IOException {
        StringBuilder text = new StringBuilder();
        while (peek() > ' ' && ends.indexOf(peek()) < 0) {
            text.append((char) next());
        }
        return text.toString();
    }

    String flag() throws IOException, CommandException {
        return accept('\\') ? "\\" + atom() : atom();
    }

    List<String> flags() throws IOException, CommandException {
        List<String> flags = new ArrayList<>();
        expect('(');
        while (!accept(')')) {
            if (!flags.isEmpty()) {
                space();
            }
            flags.add(flag());
        }
        return flags;
    }

    long number() throws IOException, CommandException {
        String digits = until("<>.)");
        if (!digits.matches("\\d{1,19}")) {
            throw CommandException.bad("expected a number");
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw CommandException.bad("number out of range");
        }
    }

    byte[] astring() throws IOException, CommandException {
        if (at('"') || at('{')) {
            return string();
        }
        StringBuilder text = new StringBuilder();
        while (peek() > ' ' && peek() < 127 && "(){\"\\%*".indexOf(peek()) < 0) {
            text.append((char) next());
        }
        if (text.isEmpty()) {
            throw CommandException.bad("expected a string");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    String text() throws IOException, CommandException {
        return new String(astring(), StandardCharsets.UTF_8);
    }

    byte[] string() throws IOException, CommandException {
        if (at('{')) {
            return literal(MAX_STRING, false);
        }
        expect('"');
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (!at('"')) {
            int c = next();
            if (c == '\\') {
                c = next();
                if (c != '"' && c != '\\') {
                    throw CommandException.bad("wrong escape in a quoted string");
                }
            } else if (c == '\r' || c == '\n' || c == 0) {
                throw CommandException.bad("line end in a quoted string");
            }
            text.write(c);
        }
        next();
        return text.toByteArray();
    }

    /**
     * A literal as it comes.
     *
     * @param message whether it is a message, for which too large is a NO and not a BAD
     */
    byte[] literal(int max, boolean message) throws IOException, CommandException {
        expect('{');
        long size = literalSize("+}");
        boolean synchronising = !accept('+');
        expect('}');
        endOfLine();
        if (!synchronising && !literals.offered(size)) {
            throw new ConnectionEnd("non-synchronising literal was not offered for " + size + " bytes");
        }
        if (size > max) {
            if (!synchronising) {
                in.skipNBytes(size);
                begin();
            }
            throw message
                    ? CommandException.no("[TOOBIG] message is larger than " + max + " bytes")
                    : CommandException.bad("literal is too large");
        }
        if (synchronising) {
            literals.invite();
        }
        byte[] bytes = in.readNBytes((int) size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        begin();
        return bytes;
    }

    private long literalSize(String ends) throws IOException, CommandException {
        String digits = until(ends);
        if (!digits.matches("\\d{1,10}")) {
            throw CommandException.bad("expected the size of a literal");
        }
        return Long.parseLong(digits);
    }

    static boolean offered(boolean plus, boolean minus, long size) {
        return plus || minus && size <= SMALL_LITERAL;
    }
}
