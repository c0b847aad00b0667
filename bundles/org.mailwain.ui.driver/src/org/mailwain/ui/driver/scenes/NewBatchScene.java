package org.mailwain.ui.driver.scenes;

import org.eclipse.swt.widgets.Control;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** The first page of the wizard for a batch. */
public final class NewBatchScene implements Scene {
    @Override
    public String name() {
        return "new-batch";
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.workbench().command("org.mailwain.ui.batches.new");
        driver.find(Control.class, "newBatch.name.name");
        driver.type("newBatch.name.name", "wave-1");
        driver.picture(name());
    }
}
