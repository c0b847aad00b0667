package org.mailwain.demo.internal.imap;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Dates as RFC 3501 section 9 writes them; English month names whatever the locale. */
final class Dates {
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .padNext(2)
            .appendPattern("d-MMM-uuuu HH:mm:ss xx")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-uuuu")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    static String format(OffsetDateTime date) {
        return DATE_TIME.format(date);
    }

    static OffsetDateTime dateTime(String text) throws CommandException {
        try {
            return OffsetDateTime.parse(text, DATE_TIME);
        } catch (DateTimeParseException e) {
            throw CommandException.bad("wrong date and time");
        }
    }

    static LocalDate date(String text) throws CommandException {
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeParseException e) {
            throw CommandException.bad("wrong date");
        }
    }
}
