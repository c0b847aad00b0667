package org.mailwain.api.failure;

/**
 * A stable name for one way in which something can go wrong. Each bundle lists its own in an enum; the text of a code
 * stands under the code's name in the {@code messages.properties} beside that enum, what to do under {@code NAME.todo}.
 */
public interface FailureCode {
    /** Lower-case words joined by dots, beginning with the bundle's noun: {@code imap.connect.refused}. Never changes. */
    String code();

    Scope scope();

    /** Whether trying again, with nothing changed by a person, may succeed. */
    boolean retryable();

    default Failure with(Object... arguments) {
        return Failure.of(this, arguments);
    }

    default FailureException raise(Object... arguments) {
        return new FailureException(with(arguments));
    }
}
