package org.mailwain.ui.jobs;

import org.mailwain.api.failure.FailureException;

/** What a {@link Background} carries out. */
@FunctionalInterface
public interface Work<T> {
    /** @param context cancel and progress; to be looked at often enough that cancel answers within a second */
    T run(WorkContext context) throws FailureException;
}
