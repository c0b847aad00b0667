package org.mailwain.tck.memory;

import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;

/** A failure that ends a folder's call and not the session. */
final class FolderFailure extends FailureException {
    private static final long serialVersionUID = 1L;

    private FolderFailure(Failure failure) {
        super(failure);
    }

    /** @throws FailureException the failure itself where it reaches further than a folder */
    static FolderFailure where(FailureException e) throws FailureException {
        if (reachesFurther(e)) {
            throw e;
        }
        return new FolderFailure(e.failure());
    }

    static boolean reachesFurther(FailureException e) {
        return e.failure().scope() != Scope.MESSAGE && e.failure().scope() != Scope.FOLDER;
    }
}
