package org.mailwain.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.mailwain.presenters.editing.EditedFile;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.internal.text.TextFileEditor;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/**
 * Opens files of open projects: in the editor registered for the name, else as text, else in the system's own program.
 * UI thread; the file is read in the background first.
 */
public final class Editors {
    private static final Texts TEXTS = Texts.beside(Editors.class);

    private final IWorkbenchPage page;
    private final Workspace workspace;

    public Editors(IWorkbenchPage page) {
        this.page = page;
        this.workspace = page.getWorkbenchWindow().getService(Workspace.class);
    }

    public void open(Path file) {
        open(file, part -> {});
    }

    /** Opens a file as text, whatever editor there is for it. */
    public void openAsText(Path file) {
        open(file, TextFileEditor.ID, part -> {});
    }

    /** @param then gets the editor once it is open; not called where the file could not be read */
    public void open(Path file, Consumer<IEditorPart> then) {
        String name = file.getFileName().toString();
        IEditorDescriptor editor = PlatformUI.getWorkbench().getEditorRegistry().getDefaultEditor(name);
        if (editor != null) {
            open(file, editor.getId(), then);
        } else if (FileKind.ofFile(name).isText()) {
            open(file, TextFileEditor.ID, then);
        } else {
            Program.launch(file.toString());
        }
    }

    private void open(Path path, String editor, Consumer<IEditorPart> then) {
        IEditorPart there = find(path);
        if (there != null) {
            page.activate(there);
            then.accept(there);
            return;
        }
        ProjectModel project = workspace.owner(path).orElseGet(() -> workspace.open(path.getParent()));
        EditedFile file = new EditedFile(project.folder(), path);
        new Background(page.getWorkbenchWindow().getShell().getDisplay())
                .quietly(TEXTS.of("editors.reading", file.name()), context -> file.load(), result -> {
                    switch (result) {
                        case Result.Done<byte[]>(byte[] bytes) ->
                            show(new FileInput(project, file, bytes), editor, then);
                        case Result.Failed<byte[]>(var failure) ->
                            MessageDialog.openError(
                                    page.getWorkbenchWindow().getShell(),
                                    TEXTS.of("editors.title"),
                                    workspace.sentence(failure));
                        case Result.Cancelled<byte[]> cancelled -> {}
                    }
                });
    }

    /** The editor that has a file open, or null. */
    public IEditorPart find(Path path) {
        for (IEditorReference reference : page.getEditorReferences()) {
            IEditorPart part = reference.getEditor(false);
            if (part != null
                    && part.getEditorInput() instanceof FileInput input
                    && input.path().equals(path)) {
                return part;
            }
        }
        return null;
    }

    private void show(FileInput input, String editor, Consumer<IEditorPart> then) {
        try {
            then.accept(page.openEditor(input, editor));
        } catch (PartInitException e) {
            ILog.of(Editors.class).error(input.getName(), e);
        }
    }
}
