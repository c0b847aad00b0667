package org.mailwain.app.internal;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Settings of the workbench, and its end where a test wants one. */
final class MigrationWorkbenchAdvisor extends WorkbenchAdvisor {
    /** Milliseconds after which the workbench closes by itself. */
    private static final String EXIT = "mailwain.exitAfterStart";

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new MigrationWindowAdvisor(configurer);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return MigrationPerspective.ID;
    }

    @Override
    public void postStartup() {
        Integer exit = Integer.getInteger(EXIT);
        if (exit != null) {
            Display.getCurrent()
                    .timerExec(
                            exit, () -> getWorkbenchConfigurer().getWorkbench().close());
        }
    }
}
