package org.mailwain.ui.driver.scenes;

import org.eclipse.swt.widgets.Control;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** The cheat sheets, with what is true already ticked, and the help pages. */
public final class GuideScene implements Scene {
    @Override
    public String name() {
        return "guide";
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.workbench().command("org.mailwain.ui.help.guide");
        driver.find(Control.class, "guide.source");
        driver.picture(name());
        driver.workbench().command("org.mailwain.ui.help.show");
        driver.find(Control.class, "help.text");
        driver.picture("help");
    }
}
