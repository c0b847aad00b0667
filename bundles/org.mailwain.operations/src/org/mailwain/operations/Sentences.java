package org.mailwain.operations;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;

/** Turns failures into sentences, by the texts of all bundles. Thread-safe. */
public final class Sentences {
    private final List<FailureTexts> texts;
    private final Locale locale;

    public Sentences(Collection<? extends FailureTexts> texts, Locale locale) {
        this.texts = List.copyOf(texts);
        this.locale = locale;
    }

    /** The sentence and what to do; for a code that nobody knows, the code with its arguments. */
    public FailureTexts.Text of(Failure failure) {
        return texts.stream()
                .flatMap(some -> some.text(failure, locale).stream())
                .findFirst()
                .orElseGet(() -> new FailureTexts.Text(failure.code() + " " + failure.arguments(), ""));
    }

    /** An argument as it would stand in a sentence. */
    public String shown(Argument argument) {
        return ResourceFailureTexts.shown(argument, locale);
    }

    public Collection<FailureTexts> sources() {
        return texts;
    }
}
