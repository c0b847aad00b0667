package org.mailwain.api.failure;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Texts of the failure codes of one bundle, found as a service by whoever shows failures to a person. Extend
 * {@link ResourceFailureTexts} and register the class as a component.
 */
public interface FailureTexts {
    /** A sentence that says what happened and where, and one that says what to do now (may be empty). */
    record Text(String sentence, String advice) {}

    Collection<? extends FailureCode> codes();

    /** Empty where the code belongs to another bundle. Never throws for odd arguments. */
    Optional<Text> text(Failure failure, Locale locale);
}
