package org.mailwain.mail.internal.protocol;

import java.util.Locale;
import org.eclipse.angus.mail.iap.Response;

/**
 * What a server answered to a command, or said unasked.
 *
 * @param code the response code (RFC 9051 section 7.1) in upper case, or empty
 * @param arguments of the response code
 * @param text the words for people
 */
public record Reply(Kind kind, String code, String arguments, String text) {
    public enum Kind {
        OK,
        NO,
        BAD,
        BYE
    }

    /** Words of a server are shown to people; no more than this many characters of them are kept. */
    private static final int MOST_WORDS = 500;

    public static Reply of(Response response) {
        Kind kind = response.isOK() ? Kind.OK : response.isNO() ? Kind.NO : response.isBYE() ? Kind.BYE : Kind.BAD;
        String rest = response.getRest();
        int close = rest.startsWith("[") ? rest.indexOf(']') : -1;
        if (close < 0) {
            return new Reply(kind, "", "", rest.strip());
        }
        String inside = rest.substring(1, close);
        int blank = inside.indexOf(' ');
        return new Reply(
                kind,
                (blank < 0 ? inside : inside.substring(0, blank)).toUpperCase(Locale.ROOT),
                blank < 0 ? "" : inside.substring(blank + 1).strip(),
                rest.substring(close + 1).strip());
    }

    public boolean isOk() {
        return kind == Kind.OK;
    }

    public boolean has(String responseCode) {
        return code.equals(responseCode);
    }

    /** The server's words as a person sees them: code and text, without control characters, cut where long. */
    public String words() {
        String all = (code.isEmpty() ? text : "[" + code + "] " + text).replaceAll("\\p{Cntrl}", " ");
        return all.length() > MOST_WORDS ? all.substring(0, MOST_WORDS) : all;
    }
}
