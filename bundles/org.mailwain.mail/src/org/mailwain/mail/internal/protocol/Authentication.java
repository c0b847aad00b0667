package org.mailwain.mail.internal.protocol;

import java.io.IOException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.FailureException;
import org.mailwain.mail.internal.wire.WireOutput;

/** The commands that sign in; nothing of them is logged. */
public final class Authentication {
    private Authentication() {}

    public static Reply login(Pipeline pipeline, byte[] user, byte[] password) throws FailureException {
        return pipeline.run(
                reply -> {},
                words -> words.text("LOGIN ").string(user).text(" ").string(password));
    }

    /**
     * A mechanism with one message of the client's.
     *
     * @param response in base64
     * @param afterError what to answer, in base64, where the server sends an error as a challenge before its NO
     */
    public static Reply sasl(Pipeline pipeline, String mechanism, byte[] response, byte[] afterError)
            throws FailureException {
        boolean initial = pipeline.has("SASL-IR");
        Sent sent = pipeline.send(reply -> {}, words -> {
            words.text("AUTHENTICATE ").text(mechanism);
            if (initial) {
                words.text(" ").raw(response);
            }
        });
        boolean told = initial;
        IMAPResponse challenge = pipeline.challenge(sent);
        while (challenge != null) {
            line(pipeline, told ? afterError : response);
            told = true;
            challenge = pipeline.challenge(sent);
        }
        return sent.reply();
    }

    private static void line(Pipeline pipeline, byte[] bytes) throws FailureException {
        try {
            WireOutput out = pipeline.wire().out();
            out.write(bytes);
            out.ascii("\r\n");
        } catch (IOException e) {
            throw pipeline.wire().failure(e);
        }
    }
}
