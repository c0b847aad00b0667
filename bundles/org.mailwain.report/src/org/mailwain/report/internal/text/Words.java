package org.mailwain.report.internal.text;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;

/** The language of a report: its texts, and how figures, moments and failures are shown. */
public final class Words {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ZoneId zone;
    private final List<FailureTexts> failures;
    private final ResourceBundle texts;
    private final DateTimeFormatter moment;
    private final NumberFormat number;

    /** @param locale where there are no texts of its language, figures are English too, as the words around them */
    public Words(Locale locale, ZoneId zone, Collection<? extends FailureTexts> failures) {
        this.zone = zone;
        this.failures = List.copyOf(failures);
        texts = ResourceBundle.getBundle(
                Words.class.getPackageName() + ".messages", locale, Words.class.getClassLoader(), NO_FALLBACK);
        this.locale = texts.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : locale;
        moment = DateTimeFormatter.ofPattern(texts.getString("format.moment"), this.locale);
        number = NumberFormat.getIntegerInstance(this.locale);
    }

    public Locale locale() {
        return locale;
    }

    /** The text under the key, with its arguments; whole numbers are grouped as the language does. */
    public String say(String key, Object... arguments) {
        String pattern = texts.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** The text of a constant, under {@code noun.CONSTANT}. */
    public String name(String noun, Enum<?> constant) {
        return texts.getString(noun + '.' + constant.name());
    }

    /** The proofs in words, the strongest first; empty where there are none. */
    public String proofs(Set<CopyProof> proofs) {
        return join(proofs.stream().sorted().map(proof -> name("proof", proof)).toArray(String[]::new));
    }

    public String count(long value) {
        return number.format(value);
    }

    /** With one digit after the point where it is small. */
    public String figure(double value) {
        return value >= 10 ? count(Math.round(value)) : String.format(locale, "%.1f", value);
    }

    public String size(long bytes) {
        return bytes < 0 ? "" : ResourceFailureTexts.size(bytes, locale);
    }

    /** In the report's zone; empty for null. */
    public String moment(Instant value) {
        return value == null ? "" : moment.format(value.atZone(zone));
    }

    public String zone() {
        return zone.getId();
    }

    public String span(Duration value) {
        long seconds = value.toSeconds();
        if (seconds < 1) {
            return say("span.moment");
        }
        if (seconds < 60) {
            return say("span.seconds", seconds);
        }
        if (seconds < 3600) {
            return say("span.minutes", seconds / 60, seconds % 60);
        }
        return seconds < 172_800
                ? say("span.hours", seconds / 3600, seconds % 3600 / 60)
                : say("span.days", seconds / 86_400, seconds % 86_400 / 3600);
    }

    /** Sentence and advice of a failure; for a code that nobody here knows, the code with its arguments. */
    public FailureTexts.Text failure(Failure failure) {
        return failures.stream()
                .map(texts -> text(texts, failure))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> unknown(failure));
    }

    /** A text of a plug-in may be broken; the report is written nevertheless. */
    private Optional<FailureTexts.Text> text(FailureTexts texts, Failure failure) {
        try {
            return texts.text(failure, locale);
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }

    private FailureTexts.Text unknown(Failure failure) {
        String arguments =
                String.join(", ", failure.arguments().stream().map(this::show).toList());
        String sentence = arguments.isEmpty()
                ? say("failure.unknown", failure.code())
                : say("failure.unknown.arguments", failure.code(), arguments);
        return new FailureTexts.Text(sentence, "");
    }

    private String show(Argument argument) {
        return switch (argument) {
            case Argument.Text text -> text.value();
            case Argument.Count count -> count(count.value());
            case Argument.Size size -> size(size.bytes());
            case Argument.Moment at -> moment(at.value());
            case Argument.Span span -> span(span.value());
            case Argument.Folder folder -> folder.value().toString();
        };
    }

    /** Several texts as one, the empty ones left out. */
    public String join(String... parts) {
        return String.join(
                say("join"), Arrays.stream(parts).filter(p -> !p.isEmpty()).toList());
    }
}
