package org.mailwain.mail;

import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;

/** Folder names as IMAP writes them (RFC 3501 section 5.1.3), and as servers name their folders on a disk. */
public final class ModifiedUtf7 {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";

    private ModifiedUtf7() {}

    public static String encode(String name) {
        return BASE64MailboxEncoder.encode(name);
    }

    /** What is no modified UTF-7 stays as it is: Angus decodes it too, and "R&D" becomes "R". */
    public static String decode(String name) {
        return isModifiedUtf7(name) ? BASE64MailboxDecoder.decode(name) : name;
    }

    /** RFC 3501 section 5.1.3: each {@code &} begins {@code &-} or whole UTF-16 characters in base64, up to a hyphen. */
    private static boolean isModifiedUtf7(String name) {
        int at = name.indexOf('&');
        while (at >= 0) {
            int end = name.indexOf('-', at);
            int count = end - at - 1;
            if (end < 0 || count > 0 && !isBase64(name, at + 1, count)) {
                return false;
            }
            at = name.indexOf('&', end);
        }
        return name.chars().allMatch(c -> c < 0x7F);
    }

    /** Whether so many digits are whole characters of 16 bits, with nothing but zeros over. */
    private static boolean isBase64(String name, int from, int count) {
        int over = count * 6 % 16;
        for (int i = from; i < from + count; i++) {
            if (BASE64.indexOf(name.charAt(i)) < 0) {
                return false;
            }
        }
        int last = BASE64.indexOf(name.charAt(from + count - 1));
        return over < 6 && (last & (1 << over) - 1) == 0;
    }
}
