package org.mailwain.mail.internal.pop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.mailwain.api.failure.FailureException;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.Wire;
import org.mailwain.mail.internal.wire.WireInput;

/** Commands and answers of one connection. Used by one thread at a time. */
final class PopProtocol {
    private static final long LONGEST_LEAVE_NANOS = 500_000_000;
    private static final long NAP_NANOS = 1_000_000;

    /** Takes a line of a listing. */
    interface Lines {
        void line(String line) throws IOException, FailureException;
    }

    private final Wire wire;

    PopProtocol(Wire wire) {
        this.wire = wire;
    }

    Wire wire() {
        return wire;
    }

    /** Leaves with the next answer that is read, at the latest. */
    void send(String command) throws FailureException {
        try {
            wire.out().ascii(command).ascii("\r\n");
        } catch (IOException e) {
            throw wire.failure(e);
        }
    }

    /** A line with bytes that are to show nowhere. */
    void send(String command, byte[] secret) throws FailureException {
        try {
            wire.out().ascii(command);
            wire.out().write(secret);
            wire.out().ascii("\r\n");
        } catch (IOException e) {
            throw wire.failure(e);
        }
    }

    PopReply run(String command) throws FailureException {
        send(command);
        return reply();
    }

    PopReply reply() throws FailureException {
        try {
            String line = line();
            PopReply reply = PopReply.of(line);
            if (reply == null) {
                throw wire.broken(MailFailure.MALFORMED, PopReply.words(line));
            }
            return reply;
        } catch (IOException e) {
            throw wire.failure(e);
        }
    }

    /** A line as it stands, for greetings and challenges. */
    String anyLine() throws FailureException {
        try {
            return line();
        } catch (IOException e) {
            throw wire.failure(e);
        }
    }

    private String line() throws IOException {
        wire.out().flush();
        WireInput in = wire.in();
        in.begin();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            bytes.write(b);
        }
        in.ended();
        in.useful();
        String line = bytes.toString(StandardCharsets.ISO_8859_1);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The lines after a good answer, up to the lone dot. */
    void lines(Lines taker) throws FailureException {
        try {
            for (String line = line(); !line.equals("."); line = line()) {
                taker.line(line.startsWith(".") ? line.substring(1) : line);
            }
        } catch (IOException e) {
            throw wire.failure(e);
        }
    }

    /** The message after a good answer. @param largest that is believed, in bytes */
    PopStream message(long largest) {
        return new PopStream(wire, largest);
    }

    /**
     * Undoes what nobody has done, says good-bye and ends the connection. The answers are waited for a little: a
     * connection that is closed with answers unread may be reset before the server has read what was sent.
     */
    void leave() {
        long deadline = System.nanoTime() + LONGEST_LEAVE_NANOS;
        try {
            wire.out().ascii("RSET\r\nQUIT\r\n").flush();
            for (int answers = 0; answers < 2 && isReadyBy(deadline); answers++) {
                line();
            }
        } catch (IOException e) {
            // the connection was over already, which is what was wanted
            return;
        } finally {
            wire.close();
            wire.release();
        }
    }

    private boolean isReadyBy(long deadline) throws IOException {
        while (!wire.ready()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(NAP_NANOS);
        }
        return true;
    }
}
