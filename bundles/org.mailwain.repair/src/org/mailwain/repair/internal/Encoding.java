package org.mailwain.repair.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.james.mime4j.codec.Base64OutputStream;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;

/** Writes the content of one part in short lines. The line end before a delimiter belongs to that (RFC 2046). */
abstract class Encoding {
    static final int WIDTH = 76;

    private final String name;

    private Encoding(String name) {
        this.name = name;
    }

    /** For the header. */
    String name() {
        return name;
    }

    abstract void take(Lines piece) throws IOException;

    abstract void end() throws IOException;

    static Encoding of(Part part, OutputStream out) {
        return switch (part.encoding()) {
            case "base64" -> new Wrapped(out);
            case "quoted-printable" -> new SoftBreaks(out);
            default ->
                part.isText()
                        ? new Encoded("quoted-printable", out, new QuotedPrintableOutputStream(open(out), false))
                        : new Encoded("base64", out, new Base64OutputStream(open(out)));
        };
    }

    /** The codecs close what they write to. */
    private static OutputStream open(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // there is more to come
            }
        };
    }

    private static final class Encoded extends Encoding {
        private static final byte[] SOFT = {'=', '\r', '\n'};

        private final OutputStream out;
        private final OutputStream codec;
        private final boolean text;
        private byte[] lineEnd = new byte[0];
        private byte last;

        Encoded(String name, OutputStream out, OutputStream codec) {
            super(name);
            this.out = out;
            this.codec = codec;
            this.text = name.equals("quoted-printable");
        }

        @Override
        void take(Lines piece) throws IOException {
            codec.write(lineEnd);
            int content = piece.content();
            codec.write(piece.bytes(), 0, content);
            last = content > 0 ? piece.bytes()[content - 1] : last;
            lineEnd = Arrays.copyOfRange(piece.bytes(), content, piece.length());
        }

        /** Base64 ends its last line by itself, and a blank at the very end of text would not be read. */
        @Override
        void end() throws IOException {
            if (text) {
                codec.write(lineEnd);
            }
            codec.close();
            if (text && lineEnd.length == 0 && (last == ' ' || last == '\t')) {
                out.write(SOFT);
            }
        }
    }

    /** Base64, every character of which counts but blanks and line ends (RFC 2045 section 6.8). */
    private static final class Wrapped extends Encoding {
        private final OutputStream out;
        private int column;

        Wrapped(OutputStream out) {
            super("base64");
            this.out = out;
        }

        @Override
        void take(Lines piece) throws IOException {
            for (int i = 0; i < piece.length(); i++) {
                byte b = piece.bytes()[i];
                if (b > ' ') {
                    if (column == WIDTH) {
                        newline();
                    }
                    out.write(b);
                    column++;
                }
            }
        }

        private void newline() throws IOException {
            out.write('\r');
            out.write('\n');
            column = 0;
        }

        @Override
        void end() throws IOException {
            if (column > 0) {
                newline();
            }
        }
    }

    /** Breaks that are not shown (RFC 2045 section 6.7), never within {@code =XX}. */
    private static final class SoftBreaks extends Encoding {
        private final OutputStream out;
        private int column;
        private int ofOctet;

        SoftBreaks(OutputStream out) {
            super("quoted-printable");
            this.out = out;
        }

        @Override
        void take(Lines piece) throws IOException {
            int content = piece.content();
            for (int i = 0; i < content; i++) {
                byte b = piece.bytes()[i];
                boolean last = i == content - 1 && piece.ends();
                if (ofOctet == 0 && column >= WIDTH - 3 && !last) {
                    out.write(new byte[] {'=', '\r', '\n'});
                    column = 0;
                }
                ofOctet = b == '=' ? 2 : Math.max(0, ofOctet - 1);
                out.write(b);
                column++;
            }
            out.write(piece.bytes(), content, piece.length() - content);
            if (piece.ends()) {
                column = 0;
                ofOctet = 0;
            }
        }

        @Override
        void end() {
            // every line has had its end
        }
    }
}
