package org.mailwain.mail.internal.pop;

import java.util.Locale;

/**
 * The first line of an answer.
 *
 * @param code the response code (RFC 2449 section 8) in upper case, or empty
 * @param text the words for people
 */
record PopReply(boolean isOk, String code, String text) {
    /** Words of a server are shown to people; no more than this many characters of them are kept. */
    private static final int MOST_WORDS = 500;

    /** Null where the line is no answer of POP3. */
    static PopReply of(String line) {
        boolean ok = line.startsWith("+OK");
        if (!ok && !line.startsWith("-ERR")) {
            return null;
        }
        String rest = line.substring(ok ? 3 : 4).strip();
        int close = rest.startsWith("[") ? rest.indexOf(']') : -1;
        return close < 0
                ? new PopReply(ok, "", rest)
                : new PopReply(
                        ok,
                        rest.substring(1, close).strip().toUpperCase(Locale.ROOT),
                        rest.substring(close + 1).strip());
    }

    /** The server's words as a person sees them: code and text, without control characters, cut where long. */
    String words() {
        return words(code.isEmpty() ? text : "[" + code + "] " + text);
    }

    static String words(String said) {
        String clean = said.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > MOST_WORDS ? clean.substring(0, MOST_WORDS) : clean;
    }
}
