package org.mailwain.mail.internal.protocol;

import java.io.IOException;
import java.io.OutputStream;
import org.mailwain.api.failure.FailureException;
import org.mailwain.mail.internal.wire.WireOutput;

/** Writes one command, its literals in the way that the server takes them. */
public final class Words {
    /** Bytes of a literal. */
    @FunctionalInterface
    public interface Source {
        void writeTo(OutputStream out) throws IOException, FailureException;
    }

    /** A literal was not wanted: the command has its answer already, and nothing more of it may be sent. */
    public static final class Declined extends Exception {
        private static final long serialVersionUID = 1L;

        Declined() {
            super(null, null, false, false);
        }
    }

    /** LITERAL- (RFC 7888): up to this size a literal needs no invitation. */
    private static final int SMALL = 4096;

    private final Pipeline pipeline;
    private final WireOutput out;
    private final Sent sent;

    Words(Pipeline pipeline, WireOutput out, Sent sent) {
        this.pipeline = pipeline;
        this.out = out;
        this.sent = sent;
    }

    public Words text(String ascii) throws IOException {
        out.ascii(ascii);
        return this;
    }

    Words raw(byte[] bytes) throws IOException {
        out.write(bytes);
        return this;
    }

    /** A string in the shortest form that it fits in; bytes above 127 are quoted only where the server takes UTF-8. */
    public Words string(byte[] bytes) throws IOException, FailureException, Declined {
        boolean literal = false;
        boolean atom = bytes.length > 0;
        for (byte b : bytes) {
            literal |= b == 0 || b == '\r' || b == '\n' || b < 0 && !pipeline.takesUtf8();
            atom &= b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '.' || b == '/';
        }
        if (literal) {
            return literal(bytes.length, target -> target.write(bytes));
        }
        if (atom && !(bytes.length == 3 && (bytes[0] | 0x20) == 'n')) {
            out.write(bytes);
            return this;
        }
        out.write('"');
        for (byte b : bytes) {
            if (b == '"' || b == '\\') {
                out.write('\\');
            }
            out.write(b);
        }
        out.write('"');
        return this;
    }

    /** @param size that the source gives to the byte; anything else ends the connection */
    public Words literal(long size, Source source) throws IOException, FailureException, Declined {
        boolean waits = !pipeline.has("LITERAL+") && !(pipeline.has("LITERAL-") && size <= SMALL);
        out.ascii("{").ascii(Long.toString(size)).ascii(waits ? "}\r\n" : "+}\r\n");
        if (waits && !pipeline.invited(sent)) {
            throw new Declined();
        }
        Counted counted = new Counted(out, size);
        source.writeTo(counted);
        counted.complete();
        return this;
    }

    /** A literal that is longer or shorter than announced would make commands of a message's text. */
    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private long left;

        Counted(OutputStream out, long size) {
            this.out = out;
            this.left = size;
        }

        @Override
        public void write(int b) throws IOException {
            take(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            take(length);
            out.write(bytes, offset, length);
        }

        private void take(long count) throws IOException {
            left -= count;
            if (left < 0) {
                throw new IOException("more bytes than announced");
            }
        }

        void complete() throws IOException {
            if (left != 0) {
                throw new IOException("fewer bytes than announced");
            }
        }
    }
}
