package org.mailwain.ui.batches.internal;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mailwain.presenters.batches.BatchPicture;
import org.mailwain.presenters.batches.BatchPicture.Wish;

/** A command about the batch in the editor in front. */
abstract class BatchHandler extends AbstractHandler {
    /** UI thread. */
    abstract void work(BatchEditor editor);

    @Override
    public final Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof BatchEditor editor) {
            work(editor);
        }
        return null;
    }

    @Override
    public final boolean isEnabled() {
        var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window != null
                && window.getActivePage() != null
                && window.getActivePage().getActiveEditor() instanceof BatchEditor editor
                && isPossible(editor);
    }

    boolean isPossible(BatchEditor editor) {
        return true;
    }

    /** The first of these wishes that is possible, carried out over all mailboxes. */
    static void carryOut(BatchEditor editor, List<Wish> wishes) {
        BatchPicture picture = editor.picture();
        wishes.stream()
                .filter(wish -> picture != null && picture.wishes().contains(wish))
                .findFirst()
                .ifPresent(wish -> {
                    editor.setActivePage(RunPage.ID);
                    new WishWork(editor).carryOut(wish, List.of());
                });
    }

    static boolean isPossible(BatchEditor editor, List<Wish> wishes) {
        BatchPicture picture = editor.picture();
        return picture != null && wishes.stream().anyMatch(picture.wishes()::contains);
    }
}
