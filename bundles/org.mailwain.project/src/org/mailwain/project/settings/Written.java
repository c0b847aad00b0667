package org.mailwain.project.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.api.settings.Bytes;

/** Values as persons write them in files and cells. Empty where a text is no such value. */
public final class Written {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*([a-z]*)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private Written() {}

    /** {@code 30 s}, {@code 5 min}, {@code 2 h}, {@code 3 d}. */
    public static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !UNITS.containsKey(matcher.group(2))) {
            return Optional.empty();
        }
        return Optional.of(UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))));
    }

    /** A date (its first moment), or a date and time, in UTC where there is no offset. */
    public static Optional<Instant> moment(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            if (iso.indexOf('T') < 0) {
                return Optional.of(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            boolean offset = iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    public static Optional<Bytes> bytes(String text) {
        try {
            return Optional.of(Bytes.parse(text));
        } catch (IllegalArgumentException | ArithmeticException other) {
            return Optional.empty();
        }
    }

    /** Digits with an optional sign; a blank or an underscore between them is not taken. */
    public static Optional<Long> whole(String text) {
        if (!text.matches("[+-]?\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text));
    }
}
