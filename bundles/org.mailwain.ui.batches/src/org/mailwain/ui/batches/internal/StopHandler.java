package org.mailwain.ui.batches.internal;

import java.util.List;
import org.mailwain.presenters.batches.BatchPicture.Wish;

/** Asks the run to end at a safe point. */
public final class StopHandler extends BatchHandler {
    private static final List<Wish> WISHES = List.of(Wish.STOP);

    @Override
    void work(BatchEditor editor) {
        carryOut(editor, WISHES);
    }

    @Override
    boolean isPossible(BatchEditor editor) {
        return isPossible(editor, WISHES);
    }
}
