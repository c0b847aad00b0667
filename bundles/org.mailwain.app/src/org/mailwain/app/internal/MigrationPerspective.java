package org.mailwain.app.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The projects at the left, editors beside them, and under those what is wrong and what is at work. */
public final class MigrationPerspective implements IPerspectiveFactory {
    static final String ID = "org.mailwain.app.perspective";

    private static final float EXPLORER_SHARE = 0.25f;
    private static final float EDITORS_SHARE = 0.74f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.addView("org.mailwain.ui.explorer", IPageLayout.LEFT, EXPLORER_SHARE, layout.getEditorArea());
        layout.getViewLayout("org.mailwain.ui.explorer").setCloseable(false);
        IFolderLayout below = layout.createFolder(
                "org.mailwain.app.below", IPageLayout.BOTTOM, EDITORS_SHARE, layout.getEditorArea());
        below.addView("org.mailwain.ui.problems");
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
    }
}
