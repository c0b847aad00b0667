package org.mailwain.ui.batches.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.mailwain.api.failure.Failure;
import org.mailwain.presenters.batches.BatchControl;
import org.mailwain.presenters.batches.BatchPicture.Wish;
import org.mailwain.ui.Texts;
import org.mailwain.ui.WindowAsks;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Carries out what a person asks of a batch, in the background; what keeps it from being done is told. UI thread. */
final class WishWork {
    private static final Texts TEXTS = Texts.beside(WishWork.class);
    /** Set by whoever starts the product. */
    private static final String LAUNCHER = "mailwain.launcher";

    private final BatchEditor editor;

    WishWork(BatchEditor editor) {
        this.editor = editor;
    }

    /** @param mailboxes labels of those that are meant, all where empty */
    void carryOut(Wish wish, List<String> mailboxes) {
        Shell shell = editor.getSite().getShell();
        if (readsFiles(wish) && editor.isDirty() && !saved(shell)) {
            return;
        }
        BatchControl control =
                new BatchControl(editor.workspace().services(), editor.project().folder(), editor.batch());
        WindowAsks asks = new WindowAsks(shell);
        String name = TEXTS.of("work." + wish.name().toLowerCase(java.util.Locale.ROOT), editor.batch());
        new Background(shell.getDisplay())
                .<Boolean>start(
                        name,
                        context -> {
                            control.carryOut(wish, launcher(), mailboxes, asks, context.cancel());
                            return true;
                        },
                        result -> {
                            if (result instanceof Result.Failed<Boolean>(Failure failure) && !shell.isDisposed()) {
                                MessageDialog.openError(
                                        shell,
                                        TEXTS.of("failed.title"),
                                        editor.workspace().sentence(failure));
                            }
                            editor.watch().refresh();
                        });
    }

    /** Whether a run is started for it; one that works has read them. */
    private boolean readsFiles(Wish wish) {
        boolean running = editor.picture() != null && editor.picture().isRunning();
        return wish != Wish.STOP && !(wish == Wish.RETRY_FAILED && running);
    }

    /** A run reads the files: what stands in the editor alone would not count. */
    private boolean saved(Shell shell) {
        boolean save =
                MessageDialog.openQuestion(shell, TEXTS.of("save.title"), TEXTS.of("save.question", editor.batch()));
        return save && editor.getSite().getPage().saveEditor(editor, false) && !editor.isDirty();
    }

    private static Optional<Path> launcher() {
        String path = System.getProperty(LAUNCHER);
        return Optional.ofNullable(path == null ? bundleProperty() : path).map(Path::of);
    }

    private static String bundleProperty() {
        return Platform.getBundle("org.mailwain.ui.batches").getBundleContext().getProperty(LAUNCHER);
    }
}
