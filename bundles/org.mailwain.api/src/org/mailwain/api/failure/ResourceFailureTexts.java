package org.mailwain.api.failure;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** {@link FailureTexts} from a {@code messages.properties} beside the class of the codes, by {@link MessageFormat}. */
public abstract class ResourceFailureTexts implements FailureTexts {
    /** Whoever asks for English gets it, and not the machine's language for which there is a translation. */
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private final List<FailureCode> codes;
    private final Class<?> anchor;

    /** @param codes the enum's values; the properties file stands in the package of their class */
    protected ResourceFailureTexts(FailureCode... codes) {
        this.codes = List.copyOf(Arrays.asList(codes));
        this.anchor = codes[0].getClass();
    }

    @Override
    public final Collection<FailureCode> codes() {
        return codes;
    }

    @Override
    public final Optional<Text> text(Failure failure, Locale locale) {
        if (codes.stream().noneMatch(failure::is)) {
            return Optional.empty();
        }
        ResourceBundle bundle = ResourceBundle.getBundle(
                anchor.getPackageName() + ".messages", locale, anchor.getClassLoader(), NO_OTHER_LANGUAGE);
        Object[] shown = failure.arguments().stream().map(a -> show(a, locale)).toArray();
        String todo = failure.code() + ".todo";
        return Optional.of(new Text(
                format(bundle.getString(failure.code()), shown, locale),
                bundle.containsKey(todo) ? format(bundle.getString(todo), shown, locale) : ""));
    }

    private static String format(String pattern, Object[] arguments, Locale locale) {
        try {
            return new MessageFormat(pattern, locale).format(arguments);
        } catch (IllegalArgumentException otherTypesThanThePatternWants) {
            return pattern + " " + Arrays.toString(arguments);
        }
    }

    private static Object show(Argument argument, Locale locale) {
        return switch (argument) {
            case Argument.Text text -> text.value();
            case Argument.Count count -> count.value();
            case Argument.Size size -> size(size.bytes(), locale);
            case Argument.Moment moment -> moment(moment.value(), locale);
            case Argument.Span span -> span(span.value());
            case Argument.Folder folder -> folder.value().toString();
        };
    }

    /** An argument as text, for places outside a sentence. */
    public static String shown(Argument argument, Locale locale) {
        return show(argument, locale).toString();
    }

    /** Bytes in decimal units with at most one digit after the point, as mail providers state their limits. */
    public static String size(long bytes, Locale locale) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(locale, unit == 0 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }

    private static String moment(Instant value, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(value);
    }

    private static String span(Duration value) {
        if (value.toMillis() < 1000) {
            return value.toMillis() + " ms";
        }
        long seconds = value.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
