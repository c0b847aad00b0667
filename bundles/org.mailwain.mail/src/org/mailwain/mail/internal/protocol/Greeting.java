package org.mailwain.mail.internal.protocol;

import java.io.IOException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.FailureException;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.Wire;

/**
 * How a server greets.
 *
 * @param preauthenticated it takes us for signed in already
 */
public record Greeting(boolean preauthenticated, Reply reply) {
    private static final int SHOWN = 60;

    static Greeting read(Wire wire, GuardedProtocol protocol, Refusals refusals) throws FailureException {
        try {
            wire.in().begin();
            if (wire.in().peek() != '*') {
                throw wire.broken(MailFailure.NOT_IMAP, shown(wire));
            }
            IMAPResponse response = protocol.readResponse();
            wire.in().ended();
            wire.greeted();
            Reply reply = Reply.of(response);
            if (response.isBYE()) {
                throw new FailureException(refusals.greetingBye(reply));
            }
            boolean preauthenticated = response.keyEquals("PREAUTH");
            if (!preauthenticated && !response.isOK()) {
                throw wire.broken(MailFailure.NOT_IMAP, response.toString());
            }
            if (reply.has("CAPABILITY")) {
                protocol.learn(reply.arguments());
            }
            return new Greeting(preauthenticated, reply);
        } catch (IOException e) {
            throw wire.failure(e);
        }
    }

    /** What came instead, up to the end of its line, as far as it is there. */
    private static String shown(Wire wire) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < SHOWN && wire.ready()) {
            int b = wire.in().read();
            if (b == '\r' || b == '\n') {
                break;
            }
            text.append(b >= ' ' && b < 0x7F ? (char) b : '.');
        }
        return text.toString();
    }
}
