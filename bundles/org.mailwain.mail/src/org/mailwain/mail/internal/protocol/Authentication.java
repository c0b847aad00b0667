package org.mailwain.mail.internal.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    /** A challenge is answered with the MD5 of challenge and secret in hexadecimal, a second one with nothing. */
    public static Reply digest(Pipeline pipeline, String command, byte[] secret) throws FailureException {
        Sent sent = pipeline.send(reply -> {}, words -> words.text(command));
        IMAPResponse challenge = pipeline.challenge(sent);
        boolean told = false;
        while (challenge != null) {
            String text = challenge.getRest();
            line(pipeline, told ? new byte[0] : md5(text == null ? "" : text.strip(), secret));
            told = true;
            challenge = pipeline.challenge(sent);
        }
        return sent.reply();
    }

    private static byte[] md5(String challenge, byte[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(challenge.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(digest.digest(secret)).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
