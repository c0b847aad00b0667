package org.mailwain.mail.internal.wire;

import java.io.IOException;
import org.mailwain.api.failure.Failure;

/** A connection that is over, with the reason; travels through streams, where only an IOException may. */
public final class WireException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    WireException(Failure failure, Throwable cause) {
        super(failure.code(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
