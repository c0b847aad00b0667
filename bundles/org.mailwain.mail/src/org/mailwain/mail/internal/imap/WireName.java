package org.mailwain.mail.internal.imap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.FailureException;

/** Names of folders as bytes, as they stand in responses. */
final class WireName {
    private static final byte[] INBOX = {'I', 'N', 'B', 'O', 'X'};

    private WireName() {}

    /** The next string of a response. Angus' own reader unescapes in place, so that nobody can read it again. */
    static byte[] read(IMAPResponse response, Session session) throws FailureException {
        try {
            response.skipSpaces();
            return switch (response.peekByte()) {
                case '"' -> quoted(response);
                case '{' -> response.readByteArray().getNewBytes();
                default -> response.readString(' ').getBytes(charset(session));
            };
        } catch (RuntimeException e) {
            throw session.malformed("name");
        }
    }

    private static Charset charset(Session session) {
        return session.pipeline.takesUtf8() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private static byte[] quoted(IMAPResponse response) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        response.readByte();
        byte b = response.readByte();
        while (b != '"') {
            if (b == '\\') {
                b = response.readByte();
            }
            if (b == 0) {
                throw new IllegalArgumentException();
            }
            name.write(b);
            b = response.readByte();
        }
        return name.toByteArray();
    }

    /** @return 0 for NIL: the name has no levels */
    static char delimiter(IMAPResponse response, Session session) throws FailureException {
        response.skipSpaces();
        if (response.peekByte() != '"') {
            response.readAtom();
            return 0;
        }
        response.readByte();
        byte delimiter = response.readByte();
        if (delimiter == '\\') {
            delimiter = response.readByte();
        }
        if (response.readByte() != '"' || delimiter <= 0) {
            throw session.malformed("LIST");
        }
        return (char) delimiter;
    }

    /** From the answer to a LIST of nothing (RFC 9051 section 6.3.9). */
    static char rootDelimiter(IMAPResponse response, Session session) throws FailureException {
        try {
            response.readSimpleList();
        } catch (RuntimeException e) {
            throw session.malformed("LIST");
        }
        return delimiter(response, session);
    }

    /** Only the inbox folds case. */
    static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other) || isInbox(one) && isInbox(other);
    }

    static boolean isInbox(byte[] name) {
        if (name.length != INBOX.length) {
            return false;
        }
        for (int i = 0; i < INBOX.length; i++) {
            if ((name[i] & ~0x20) != INBOX[i]) {
                return false;
            }
        }
        return true;
    }
}
