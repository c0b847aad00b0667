package org.mailwain.ui.editors;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IEditorPart;
import org.mailwain.api.failure.Failure;
import org.mailwain.presenters.editing.EditedFile;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.text.TextContent;
import org.mailwain.ui.FileInput;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Saves the file of an editor and looks whether somebody else has; the window stays alive meanwhile. UI thread. */
public final class FileSaving {
    private static final Texts TEXTS = Texts.beside(FileSaving.class);

    private final IEditorPart part;
    private final Workspace workspace;
    private final FileInput input;
    private boolean busy;

    public FileSaving(IEditorPart part, Workspace workspace, FileInput input) {
        this.part = part;
        this.workspace = workspace;
        this.input = input;
    }

    /** @return whether it is on the disk; where not, the person knows why */
    public boolean save(TextContent content) {
        busy = true;
        try {
            return save(content, false);
        } finally {
            busy = false;
        }
    }

    private boolean save(TextContent content, boolean overwrite) {
        EditedFile file = input.file();
        Result<Boolean> result = background().await(context -> {
            file.save(content, overwrite);
            return true;
        });
        if (result instanceof Result.Failed<Boolean>(Failure failure)) {
            if (failure.code().equals(ProjectFailure.FILE_CHANGED.code()) && !overwrite) {
                return overwrites() && save(content, true);
            }
            MessageDialog.openError(part.getSite().getShell(), TEXTS.of("save.title"), workspace.sentence(failure));
            return false;
        }
        return result instanceof Result.Done;
    }

    private boolean overwrites() {
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        part.getSite().getShell(),
                        TEXTS.of("changed.title"),
                        TEXTS.of("changed", part.getTitle()),
                        SWT.NONE,
                        TEXTS.of("overwrite"),
                        TEXTS.of("cancel"))
                == 0;
    }

    /** Looks in the background whether another program wrote the file. @param then gets what it holds now */
    public void look(Consumer<byte[]> then) {
        if (busy) {
            return;
        }
        EditedFile file = input.file();
        background().quietly(TEXTS.of("looking"), context -> file.changedOutside(), result -> {
            if (!busy && result instanceof Result.Done<Optional<byte[]>>(var theirs) && theirs.isPresent()) {
                file.accept(theirs.get());
                then.accept(theirs.get());
            }
        });
    }

    private Background background() {
        return new Background(part.getSite().getShell().getDisplay());
    }
}
