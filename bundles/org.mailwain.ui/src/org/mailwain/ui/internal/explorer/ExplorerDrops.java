package org.mailwain.ui.internal.explorer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.mailwain.operations.FilesOperation;
import org.mailwain.presenters.explorer.ExplorerItem;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Editors;
import org.mailwain.ui.Selected;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/**
 * Files dragged out of the explorer are files to other programs. A folder dropped on it is opened as a project, a file
 * dropped on a project is copied into it.
 */
final class ExplorerDrops {
    private static final Texts TEXTS = Texts.beside(ExplorerDrops.class);

    private final ExplorerView view;
    private final TreeViewer tree;
    private final Workspace workspace;

    ExplorerDrops(ExplorerView view, TreeViewer tree, Workspace workspace) {
        this.view = view;
        this.tree = tree;
        this.workspace = workspace;
    }

    void install() {
        Transfer[] files = {FileTransfer.getInstance()};
        tree.addDragSupport(DND.DROP_COPY, files, new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = !Selected.files(tree.getSelection()).isEmpty();
            }

            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = Selected.files(tree.getSelection()).stream()
                        .map(Path::toString)
                        .toArray(String[]::new);
            }
        });
        tree.addDropSupport(DND.DROP_COPY | DND.DROP_DEFAULT, files, new ViewerDropAdapter(tree) {
            @Override
            public boolean validateDrop(Object target, int operation, TransferData type) {
                return FileTransfer.getInstance().isSupportedType(type);
            }

            @Override
            public boolean performDrop(Object data) {
                for (String file : (String[]) data) {
                    take(Path.of(file), getCurrentTarget());
                }
                return true;
            }
        });
    }

    private void take(Path file, Object target) {
        Optional<ProjectModel> project = target instanceof ExplorerItem item
                ? Optional.of(item.project())
                : workspace.projects().stream().findFirst();
        String job = TEXTS.of("import.job", project.map(ProjectModel::name).orElse(""));
        new Background(tree.getTree().getDisplay())
                .start(
                        job,
                        context -> Files.isDirectory(file) || project.isEmpty()
                                ? file
                                : new FilesOperation(project.get().folder()).copyIn(file),
                        result -> dropped(file, result));
    }

    private void dropped(Path file, Result<Path> result) {
        switch (result) {
            case Result.Done<Path>(Path there) when there.equals(file) -> workspace.open(file);
            case Result.Done<Path>(Path there) -> new Editors(view.getSite().getPage()).open(there);
            case Result.Failed<Path>(var failure) ->
                MessageDialog.openError(
                        view.getSite().getShell(),
                        TEXTS.of("import.job", file.getFileName()),
                        workspace.sentence(failure));
            case Result.Cancelled<Path> cancelled -> {}
        }
    }
}
