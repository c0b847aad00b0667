package org.mailwain.api.progress;

import org.mailwain.api.failure.FailureException;

/** Work ended because a person or a shutdown asked for it; nothing went wrong. */
public final class CancelledException extends FailureException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super(ApiFailure.CANCELLED.with());
    }
}
