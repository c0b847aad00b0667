package org.mailwain.ui.driver.scenes;

import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** What is wrong with a project. */
public final class ProblemsScene implements Scene {
    @Override
    public String name() {
        return "problems";
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.workbench().show("org.mailwain.ui.problems");
        driver.find(org.eclipse.swt.widgets.Table.class, "problems.table");
        driver.picture(name());
    }
}
