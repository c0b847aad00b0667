package org.mailwain.ui.batches.internal;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.mailwain.api.failure.Failure;
import org.mailwain.operations.OpenOperation;
import org.mailwain.operations.ReportOperation;
import org.mailwain.ui.Texts;
import org.mailwain.ui.WindowAsks;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Writes the report of a batch, also while it runs, and opens it. UI thread. */
final class ReportWork {
    private static final Texts TEXTS = Texts.beside(ReportWork.class);
    private static final String OPEN = "org.mailwain.ui.reports.open";
    private static final String FOLDER = "folder";

    private final BatchEditor editor;

    ReportWork(BatchEditor editor) {
        this.editor = editor;
    }

    void write() {
        Shell shell = editor.getSite().getShell();
        WindowAsks asks = new WindowAsks(shell);
        OpenOperation open = new OpenOperation(
                editor.workspace().services(), editor.project().folder(), asks);
        String batch = editor.batch();
        new Background(shell.getDisplay())
                .<Path>start(
                        TEXTS.of("work.report", batch),
                        context -> new ReportOperation(open.batch(batch), product()).write(null, context.cancel()),
                        result -> {
                            if (shell.isDisposed()) {
                                return;
                            }
                            switch (result) {
                                case Result.Done<Path>(Path folder) -> open(folder);
                                case Result.Failed<Path>(Failure failure) ->
                                    MessageDialog.openError(
                                            shell,
                                            TEXTS.of("failed.title"),
                                            editor.workspace().sentence(failure));
                                case Result.Cancelled<Path> cancelled -> {}
                            }
                        });
    }

    private static ReportOperation.Product product() {
        String name = Platform.getProduct() == null
                ? "Mailwain"
                : Platform.getProduct().getName();
        String version =
                Platform.getBundle("org.mailwain.ui.batches").getVersion().toString();
        return new ReportOperation.Product(name, version);
    }

    /** By a command: reports are shown by another bundle, which need not be there. */
    private void open(Path folder) {
        ICommandService commands = editor.getSite().getService(ICommandService.class);
        IHandlerService handlers = editor.getSite().getService(IHandlerService.class);
        try {
            handlers.executeCommand(
                    ParameterizedCommand.generateCommand(commands.getCommand(OPEN), Map.of(FOLDER, folder.toString())),
                    null);
        } catch (CommandException e) {
            ILog.of(ReportWork.class).warn(folder.toString(), e);
        }
    }
}
