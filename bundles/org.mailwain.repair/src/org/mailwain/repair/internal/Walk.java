package org.mailwain.repair.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Goes through a message line by line and tells which lines are headers, which are content of a part and which stand
 * between parts. Every byte is told once, in order, so whoever writes all of them has the message.
 */
final class Walk {
    private static final int MOST_NESTED = 50;

    private final Lines lines;
    private final Visitor visitor;
    private final Deque<Part> nested = new ArrayDeque<>();
    private final List<Header.Field> header = new ArrayList<>();
    private byte[] open = new byte[0];
    private long headerSize;
    private int count;
    private Part leaf;
    private State state = State.HEADER;

    private enum State {
        HEADER,
        CONTENT,
        BETWEEN
    }

    /** Hears what a message consists of. */
    interface Visitor {
        /** A header is complete. @param end the empty line, with its end; empty where there is none */
        void header(Part part, List<Header.Field> fields, byte[] end) throws IOException;

        /** A piece of the content of a part without parts. */
        void content(Part part, Lines piece) throws IOException;

        /** The content of the part is over. */
        void contentEnded(Part part) throws IOException;

        /** A line between parts. */
        void between(Lines piece) throws IOException;
    }

    /** A header that nobody can be asked to hold, or parts in parts in parts. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Walk(InputStream message, Visitor visitor) {
        this.lines = new Lines(message);
        this.visitor = visitor;
    }

    void run() throws IOException {
        while (step()) {
            // all of it
        }
    }

    /** The next piece. @return false at the end */
    boolean step() throws IOException {
        if (!lines.next()) {
            if (state == State.HEADER) {
                headerEnds(new byte[0]);
            }
            leaveLeaf();
            return false;
        }
        if (lines.starts() && delimits()) {
            return true;
        }
        switch (state) {
            case HEADER -> headerLine();
            case CONTENT -> visitor.content(leaf, lines);
            case BETWEEN -> visitor.between(lines);
        }
        return true;
    }

    private void headerLine() throws IOException {
        byte[] line = Arrays.copyOf(lines.bytes(), lines.length());
        headerSize += line.length;
        if (headerSize > Header.MOST) {
            throw new TooMuch();
        }
        if (lines.isEmptyLine()) {
            headerEnds(line);
        } else if (!lines.starts() || open.length > 0 && (line[0] == ' ' || line[0] == '\t')) {
            open = joined(open, line);
        } else {
            closeField();
            open = line;
        }
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private void closeField() {
        if (open.length > 0) {
            header.add(new Header.Field(open));
            open = new byte[0];
        }
    }

    private void headerEnds(byte[] end) throws IOException {
        closeField();
        Part part = Part.of(count++, header, nested.peek());
        visitor.header(part, List.copyOf(header), end);
        header.clear();
        headerSize = 0;
        if (part.isMultipart()) {
            enter(part);
            state = State.BETWEEN;
        } else if (part.isMessage()) {
            state = State.HEADER;
        } else {
            leaf = part;
            state = State.CONTENT;
        }
    }

    private void enter(Part part) throws IOException {
        if (nested.size() == MOST_NESTED) {
            throw new TooMuch();
        }
        nested.push(part);
    }

    private void leaveLeaf() throws IOException {
        if (leaf != null) {
            visitor.contentEnded(leaf);
            leaf = null;
        }
    }

    /** Whether the line is a delimiter (RFC 2046 section 5.1.1) of any multipart that is open. */
    private boolean delimits() throws IOException {
        if (nested.isEmpty() || !lines.ends() || lines.length() < 3 || lines.bytes()[0] != '-') {
            return false;
        }
        String line = new String(lines.bytes(), 0, lines.content(), StandardCharsets.ISO_8859_1).stripTrailing();
        for (Part multipart : List.copyOf(nested)) {
            boolean closes = line.equals("--" + multipart.boundary() + "--");
            if (closes || line.equals("--" + multipart.boundary())) {
                if (state == State.HEADER) {
                    headerEnds(new byte[0]);
                }
                leaveLeaf();
                while (nested.peek() != multipart) {
                    nested.pop();
                }
                if (closes) {
                    nested.pop();
                }
                visitor.between(lines);
                state = closes ? State.BETWEEN : State.HEADER;
                return true;
            }
        }
        return false;
    }
}
