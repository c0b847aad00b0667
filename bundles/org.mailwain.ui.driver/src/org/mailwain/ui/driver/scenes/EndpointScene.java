package org.mailwain.ui.driver.scenes;

import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** The form of an endpoint, after a test that fails at the name. */
public final class EndpointScene implements Scene {
    @Override
    public String name() {
        return "endpoint";
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.workbench().openFile("source.endpoint.yaml");
        driver.type("field.host", "imap.invalid");
        driver.press("test.start");
        driver.waitForText("test.steps", "failed");
        driver.picture(name());
        driver.workbench().command("org.eclipse.ui.edit.undo");
    }
}
