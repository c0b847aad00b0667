package org.mailwain.presenters.batches;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.mailwain.api.failure.ResourceFailureTexts;

/** Numbers and moments as people read them, in the language of the start. */
public final class Shown {
    private Shown() {}

    public static String count(long number) {
        return String.format(Locale.getDefault(), "%,d", number);
    }

    /** @param bytes -1 unknown */
    public static String size(long bytes) {
        return bytes < 0 ? "?" : ResourceFailureTexts.size(bytes, Locale.getDefault());
    }

    public static String percent(double share) {
        // a hundred is said only of what is whole
        return (int) Math.floor(share * 100) + " %";
    }

    /** Hours and minutes, or minutes and seconds. */
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        } else if (seconds < 3600) {
            return "%d:%02d min".formatted(seconds / 60, seconds % 60);
        }
        return "%d:%02d h".formatted(seconds / 3600, seconds / 60 % 60);
    }

    /** @param moment null for none */
    public static String moment(Instant moment) {
        return moment == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withZone(ZoneId.systemDefault())
                        .format(moment);
    }

    /** A rate: with a digit behind the point where it is small. */
    public static String rate(double perSecond) {
        return String.format(Locale.getDefault(), perSecond < 10 ? "%,.1f" : "%,.0f", perSecond);
    }
}
