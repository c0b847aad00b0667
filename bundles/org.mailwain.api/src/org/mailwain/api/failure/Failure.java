package org.mailwain.api.failure;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What went wrong, as data: ledger, events and JSON store this; {@link FailureTexts} makes the sentence.
 *
 * @param code stable, see {@link FailureCode#code()}
 * @param scope how far it reaches
 * @param retryable whether a later try may succeed
 * @param notBefore the moment that the server named for the next try, or null
 * @param arguments in the order of the placeholders of the code's text
 */
public record Failure(String code, Scope scope, boolean retryable, Instant notBefore, List<Argument> arguments) {
    public Failure {
        Objects.requireNonNull(code);
        Objects.requireNonNull(scope);
        arguments = List.copyOf(arguments);
    }

    public static Failure of(FailureCode code, Object... arguments) {
        return new Failure(
                code.code(),
                code.scope(),
                code.retryable(),
                null,
                Arrays.stream(arguments).map(Argument::of).toList());
    }

    public boolean is(FailureCode other) {
        return code.equals(other.code());
    }

    public Optional<Instant> earliestRetry() {
        return Optional.ofNullable(notBefore);
    }

    public Failure notBefore(Instant moment) {
        return new Failure(code, scope, retryable, moment, arguments);
    }

    public Failure at(Scope other) {
        return new Failure(code, other, retryable, notBefore, arguments);
    }
}
