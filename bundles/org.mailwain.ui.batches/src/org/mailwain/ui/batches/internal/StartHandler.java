package org.mailwain.ui.batches.internal;

import java.util.List;
import org.mailwain.presenters.batches.BatchPicture.Wish;

/** Starts a run, whichever is possible. */
public final class StartHandler extends BatchHandler {
    private static final List<Wish> WISHES = List.of(Wish.START, Wish.RESUME, Wish.RESCAN);

    @Override
    void work(BatchEditor editor) {
        carryOut(editor, WISHES);
    }

    @Override
    boolean isPossible(BatchEditor editor) {
        return isPossible(editor, WISHES);
    }
}
