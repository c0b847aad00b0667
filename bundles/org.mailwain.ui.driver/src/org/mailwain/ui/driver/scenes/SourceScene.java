package org.mailwain.ui.driver.scenes;

import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** An endpoint as text. */
public final class SourceScene implements Scene {
    @Override
    public String name() {
        return "source";
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.workbench().openFile("source.endpoint.yaml");
        driver.workbench().page("Source");
        driver.picture(name());
    }
}
