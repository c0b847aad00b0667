package org.mailwain.cli.internal;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.mailwain.api.failure.ResourceFailureTexts;

/** The command line's own texts, and numbers as people read them. */
final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.mailwain.cli.messages", Locale.getDefault(), Texts.class.getClassLoader());

    private Texts() {}

    static String of(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(arguments);
    }

    static String count(long number) {
        return String.format(Locale.getDefault(), "%,d", number);
    }

    static String size(long bytes) {
        return bytes < 0 ? "?" : ResourceFailureTexts.size(bytes, Locale.getDefault());
    }

    static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        } else if (seconds < 3600) {
            return "%d:%02d min".formatted(seconds / 60, seconds % 60);
        }
        return "%d:%02d h".formatted(seconds / 3600, seconds / 60 % 60);
    }

    /** Without control characters and direction overrides, which a server or a file may have smuggled in. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isHarmless(c) ? c : 0xFFFD));
        return clean.toString();
    }

    private static boolean isHarmless(int c) {
        return !Character.isISOControl(c) && !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
    }
}
