package org.mailwain.ui.batches.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.mailwain.api.failure.FailureException;
import org.mailwain.presenters.batches.BatchControl;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Asks, when the window closes while batches run, whether these go on without it or end at a safe point. */
public final class AskOnClose implements IStartup {
    private static final Texts TEXTS = Texts.beside(AskOnClose.class);
    private static final int GO_ON = 0;
    private static final int STOP = 1;

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench
                .getDisplay()
                .asyncExec(() -> workbench.addWorkbenchListener(new IWorkbenchListener() {
                    @Override
                    public boolean preShutdown(IWorkbench closing, boolean forced) {
                        return forced || mayClose(closing);
                    }

                    @Override
                    public void postShutdown(IWorkbench closed) {
                        // nothing is left to do
                    }
                }));
    }

    private static boolean mayClose(IWorkbench workbench) {
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        if (window == null) {
            return true;
        }
        Background background = new Background(workbench.getDisplay());
        List<Running> running = running(workbench.getService(Workspace.class), background);
        if (running.isEmpty()) {
            return true;
        }
        String names = String.join(", ", running.stream().map(Running::name).toList());
        int answer = MessageDialog.open(
                MessageDialog.QUESTION,
                window.getShell(),
                TEXTS.of("close.title"),
                TEXTS.of("close.question", running.size(), names),
                SWT.NONE,
                TEXTS.of("close.go_on"),
                TEXTS.of("close.stop"),
                TEXTS.of("close.cancel"));
        if (answer == STOP) {
            background.await(context -> {
                for (Running each : running) {
                    stop(each);
                }
                return true;
            });
        }
        return answer == GO_ON || answer == STOP;
    }

    private record Running(String name, BatchControl control) {}

    private static List<Running> running(Workspace workspace, Background background) {
        List<Running> all = new ArrayList<>();
        for (ProjectModel project : workspace.projects()) {
            project.project()
                    .ifPresent(read -> read.batches()
                            .keySet()
                            .forEach(batch -> all.add(new Running(
                                    batch, new BatchControl(workspace.services(), project.folder(), batch)))));
        }
        Result<List<Running>> result = background.await(context ->
                all.stream().filter(each -> each.control().isRunning()).toList());
        return result instanceof Result.Done<List<Running>>(List<Running> running) ? running : List.of();
    }

    /** One that has ended meanwhile needs no stop. */
    private static void stop(Running each) {
        try {
            each.control().stop();
        } catch (FailureException ended) {
            return;
        }
    }
}
