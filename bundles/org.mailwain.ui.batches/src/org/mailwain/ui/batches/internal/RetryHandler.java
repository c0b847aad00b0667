package org.mailwain.ui.batches.internal;

import java.util.List;
import org.mailwain.presenters.batches.BatchPicture.Wish;

/** Starts a run that also tries again what has failed for good. */
public final class RetryHandler extends BatchHandler {
    private static final List<Wish> WISHES = List.of(Wish.RETRY_FAILED);

    @Override
    void work(BatchEditor editor) {
        carryOut(editor, WISHES);
    }

    @Override
    boolean isPossible(BatchEditor editor) {
        return isPossible(editor, WISHES);
    }
}
