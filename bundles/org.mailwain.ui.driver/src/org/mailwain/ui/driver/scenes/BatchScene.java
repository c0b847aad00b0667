package org.mailwain.ui.driver.scenes;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** The form of a batch, and the page of its runs. */
public final class BatchScene implements Scene {
    private static final String PAGES = "org.mailwain.ui.batches.";

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.openFile("migration.batch.yaml");
        page(driver, "filters");
        driver.find(Control.class, "field.filter.maxItemSize");
        driver.picture(name());
        page(driver, "run");
        Label state = driver.find(Label.class, "run.state");
        driver.waitFor("a picture of the batch", () -> !state.getText().isEmpty());
        driver.picture("batch-run");
    }

    private static void page(Driver driver, String name) {
        driver.act(() -> ((FormEditor) PlatformUI.getWorkbench()
                        .getActiveWorkbenchWindow()
                        .getActivePage()
                        .getActiveEditor())
                .setActivePage(PAGES + name));
    }
}
