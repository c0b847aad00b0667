package org.mailwain.ui.jobs;

import org.mailwain.api.failure.Failure;

/** What came of work. */
public sealed interface Result<T> {
    record Done<T>(T value) implements Result<T> {}

    record Failed<T>(Failure failure) implements Result<T> {}

    record Cancelled<T>() implements Result<T> {}
}
