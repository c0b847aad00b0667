package org.mailwain.api.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What tells one message from another by its header: Message-ID, Date, From, To, Subject and the topmost Received, each
 * unfolded, with runs of white space as one blank and every non-ASCII byte as {@code X}, since servers fold anew and
 * some replace such bytes by {@code X} (Cyrus). A field that is absent equals one that is absent.
 */
public final class HeaderIdentity {
    /** Lower-case names of the fields, in the order in which they enter the fingerprint. */
    public static final List<String> FIELDS = List.of("message-id", "date", "from", "to", "subject", "received");

    /** No header beyond this many bytes is looked at. */
    public static final int MAX_HEADER = 256 * 1024;

    /** Never fed: to copy it is quicker than to look for a provider once per message. */
    private static final MessageDigest DIGEST = begun();

    private final String[] values;

    private HeaderIdentity(String[] values) {
        this.values = values;
    }

    /** @param message a header, or a message from its first byte on; read up to the first empty line */
    public static HeaderIdentity of(byte[] message, int length) {
        String[] values = new String[FIELDS.size()];
        int end = Math.min(length, MAX_HEADER);
        int at = 0;
        while (at < end) {
            int line = lineEnd(message, at, end);
            if (contentEnd(message, at, line) == at) {
                break;
            }
            int next = line;
            while (next < end && (message[next] == ' ' || message[next] == '\t')) {
                next = lineEnd(message, next, end);
            }
            field(message, at, next, values);
            at = next;
        }
        return new HeaderIdentity(values);
    }

    private static int lineEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, end);
    }

    private static int contentEnd(byte[] bytes, int from, int end) {
        int at = end;
        while (at > from && (bytes[at - 1] == '\n' || bytes[at - 1] == '\r')) {
            at--;
        }
        return at;
    }

    private static void field(byte[] bytes, int from, int end, String[] values) {
        int colon = from;
        while (colon < end && bytes[colon] != ':') {
            colon++;
        }
        if (colon == end || colon - from > 12) {
            return;
        }
        String name = new String(bytes, from, colon - from, StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        int index = FIELDS.indexOf(name);
        if (index >= 0 && values[index] == null) {
            values[index] = normalise(bytes, colon + 1, end);
        }
    }

    private static String normalise(byte[] bytes, int from, int end) {
        byte[] out = new byte[end - from];
        int length = 0;
        boolean blank = false;
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (b == ' ' || b == '\t' || b == '\r' || b == '\n') {
                blank = length > 0;
            } else {
                if (blank) {
                    out[length++] = ' ';
                    blank = false;
                }
                out[length++] = b < 0 ? (byte) 'X' : b;
            }
        }
        return new String(out, 0, length, StandardCharsets.US_ASCII);
    }

    /** How many of the fields the message has: below three, its content has to decide. */
    public int strength() {
        return (int)
                Arrays.stream(values).filter(v -> v != null && !v.isEmpty()).count();
    }

    /** The normalised value of one of {@link #FIELDS}, or null where absent. */
    public String value(String field) {
        return values[FIELDS.indexOf(field)];
    }

    public Fingerprint fingerprint() {
        try {
            MessageDigest digest = (MessageDigest) DIGEST.clone();
            for (String value : values) {
                if (value != null) {
                    digest.update(value.getBytes(StandardCharsets.US_ASCII));
                }
                digest.update((byte) 0);
            }
            return Fingerprint.of(Arrays.copyOf(digest.digest(), Fingerprint.LENGTH));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
