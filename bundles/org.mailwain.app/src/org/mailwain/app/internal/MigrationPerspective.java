package org.mailwain.app.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The project's files at the left, editors beside them. */
public final class MigrationPerspective implements IPerspectiveFactory {
    static final String ID = "org.mailwain.app.perspective";

    private static final float EXPLORER_SHARE = 0.25f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.addView("org.mailwain.ui.explorer", IPageLayout.LEFT, EXPLORER_SHARE, layout.getEditorArea());
        layout.getViewLayout("org.mailwain.ui.explorer").setCloseable(false);
    }
}
