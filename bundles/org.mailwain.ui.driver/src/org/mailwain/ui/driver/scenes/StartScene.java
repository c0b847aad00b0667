package org.mailwain.ui.driver.scenes;

import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** The window as it opens. */
public final class StartScene implements Scene {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.find(org.eclipse.swt.widgets.Tree.class, "explorer.tree");
        driver.picture(name());
    }
}
