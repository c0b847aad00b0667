package org.mailwain.ui.reports.internal;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mailwain.api.failure.Failure;
import org.mailwain.presenters.reports.OpenReport;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Opens a report: the folder that the command names, else one that the person chooses. */
public final class OpenHandler extends AbstractHandler {
    private static final Texts TEXTS = Texts.beside(OpenHandler.class);
    private static final String FOLDER = "folder";

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        String folder = event.getParameter(FOLDER);
        if (folder == null) {
            DirectoryDialog dialog = new DirectoryDialog(window.getShell(), SWT.OPEN);
            dialog.setText(TEXTS.of("open.title"));
            dialog.setMessage(TEXTS.of("open.message"));
            folder = dialog.open();
        }
        if (folder != null) {
            open(window, Path.of(folder));
        }
        return null;
    }

    private static void open(IWorkbenchWindow window, Path folder) {
        new Background(window.getShell().getDisplay())
                .<OpenReport>start(
                        TEXTS.of("work.open", folder), context -> OpenReport.read(folder, context.cancel()), result -> {
                            switch (result) {
                                case Result.Done<OpenReport>(OpenReport report) -> show(window, report);
                                case Result.Failed<OpenReport>(Failure failure) ->
                                    MessageDialog.openError(
                                            window.getShell(),
                                            TEXTS.of("open.title"),
                                            window.getService(Workspace.class).sentence(failure));
                                case Result.Cancelled<OpenReport> cancelled -> {}
                            }
                        });
    }

    private static void show(IWorkbenchWindow window, OpenReport report) {
        if (window.getActivePage() == null) {
            return;
        }
        try {
            window.getActivePage().openEditor(new ReportInput(report), ReportEditor.ID);
        } catch (PartInitException e) {
            ILog.of(OpenHandler.class).error(report.folder().toString(), e);
        }
    }
}
