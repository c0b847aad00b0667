package org.mailwain.mail.internal.pop;

import jakarta.mail.internet.MailDateFormat;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;

/**
 * When a message arrived, as its header tells: the date of the topmost Received that has one, else Date. POP3 itself
 * keeps no dates. For one thread.
 */
final class PopDates {
    /** Clocks of servers are off by less. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final MailDateFormat format = new MailDateFormat();
    private final Clock clock;

    PopDates(Clock clock) {
        this.clock = clock;
    }

    /** Null where no field has a believable date. */
    Instant received(byte[] header) {
        String text = new String(header, StandardCharsets.ISO_8859_1).replaceAll("\r?\n[ \t]+", " ");
        Instant sent = null;
        for (String line : text.split("\r?\n")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (name.equals("received")) {
                Instant received = parse(line.substring(line.lastIndexOf(';') + 1));
                if (line.lastIndexOf(';') > 0 && received != null) {
                    return received;
                }
            } else if (name.equals("date") && sent == null) {
                sent = parse(line.substring(colon + 1));
            }
        }
        return sent;
    }

    private Instant parse(String text) {
        Date date = format.parse(text, new ParsePosition(0));
        if (date == null || date.getTime() < 0) {
            return null;
        }
        Instant moment = date.toInstant();
        return moment.isAfter(clock.instant().plus(AHEAD)) ? null : moment;
    }
}
