package org.mailwain.ui.driver.scenes;

import org.eclipse.swt.widgets.Control;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** The form of a batch. */
public final class BatchScene implements Scene {
    private static final String PAGES = "org.mailwain.ui.batches.";

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.workbench().openFile("migration.batch.yaml");
        driver.workbench().formPage(PAGES + "overview");
        driver.find(Control.class, "deletions.on");
        driver.picture(name());
        driver.workbench().formPage(PAGES + "filters");
        driver.find(Control.class, "field.filter.maxItemSize");
        driver.picture("batch-filters");
        driver.workbench().formPage(PAGES + "mailboxes");
        driver.find(Control.class, "mailboxes.table");
        driver.picture("batch-mailboxes");
    }
}
