package org.mailwain.app.internal;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.mailwain.ui.Starts;

/** The one window: its title is the product's name, and it starts with something to do. */
final class MigrationWindowAdvisor extends WorkbenchWindowAdvisor {
    private static final Point SIZE = new Point(1360, 880);

    MigrationWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setTitle(Platform.getProduct().getName());
        configurer.setInitialSize(SIZE);
        configurer.setShowCoolBar(false);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
    }

    @Override
    public void postWindowOpen() {
        Starts.in(getWindowConfigurer().getWindow());
    }
}
