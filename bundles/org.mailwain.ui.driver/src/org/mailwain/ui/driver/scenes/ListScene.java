package org.mailwain.ui.driver.scenes;

import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** The grid of a mailbox list. */
public final class ListScene implements Scene {
    @Override
    public String name() {
        return "mailbox-list";
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.workbench().openFile("mailboxes.csv");
        driver.find(org.eclipse.swt.widgets.Control.class, "list.grid");
        driver.picture(name());
    }
}
