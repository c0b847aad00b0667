package org.mailwain.mail.internal.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Dates as IMAP writes them (RFC 9051, date-time), always written in UTC. */
public final class Dates {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int LENGTH = 26;

    private Dates() {}

    /** @return null where the text is no date, as of servers that send {@code NIL} or nonsense */
    static Instant parse(byte[] text, int from, int length) {
        if (length != LENGTH) {
            return null;
        }
        try {
            int day = text[from] == ' ' ? digits(text, from + 1, 1) : digits(text, from, 2);
            LocalDateTime local = LocalDateTime.of(
                    digits(text, from + 7, 4),
                    month(text, from + 3),
                    day,
                    digits(text, from + 12, 2),
                    digits(text, from + 15, 2),
                    Math.min(59, digits(text, from + 18, 2)));
            int zone = digits(text, from + 22, 2) * 60 + digits(text, from + 24, 2);
            long seconds = local.toEpochSecond(ZoneOffset.UTC);
            return Instant.ofEpochSecond(seconds - (text[from + 21] == '-' ? -zone : zone) * 60L);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static int month(byte[] text, int from) {
        for (int month = 0; month < MONTHS.length(); month += 3) {
            if ((text[from] | 0x20) == (MONTHS.charAt(month) | 0x20)
                    && (text[from + 1] | 0x20) == MONTHS.charAt(month + 1)
                    && (text[from + 2] | 0x20) == MONTHS.charAt(month + 2)) {
                return month / 3 + 1;
            }
        }
        throw new NumberFormatException();
    }

    private static int digits(byte[] text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            if (text[i] < '0' || text[i] > '9') {
                throw new NumberFormatException();
            }
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    /** Quoted, in UTC: the machine's own zone must never show. */
    public static String format(Instant moment) {
        LocalDateTime utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        int month = (utc.getMonthValue() - 1) * 3;
        StringBuilder text = new StringBuilder(LENGTH + 2).append('"');
        padded(text, utc.getDayOfMonth(), 2)
                .append('-')
                .append(MONTHS, month, month + 3)
                .append('-');
        padded(text, utc.getYear(), 4).append(' ');
        padded(text, utc.getHour(), 2).append(':');
        padded(text, utc.getMinute(), 2).append(':');
        return padded(text, utc.getSecond(), 2).append(" +0000\"").toString();
    }

    private static StringBuilder padded(StringBuilder text, int value, int width) {
        String digits = Integer.toString(value);
        return text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }
}
