package org.mailwain.ui.driver.scenes;

import java.util.Map;
import org.eclipse.swt.widgets.Control;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** The wizard for an endpoint. */
public final class NewEndpointScene implements Scene {
    @Override
    public String name() {
        return "new-endpoint";
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.workbench().command("org.mailwain.ui.new", Map.of("wizard", "org.mailwain.ui.endpoints.new"));
        driver.type("new.name", "old");
        driver.picture(name());
        driver.wizard().next();
        driver.type("field.host", "imap.old.example");
        driver.picture("new-endpoint-connection");
        driver.wizard().next();
        driver.find(Control.class, "test.user");
        driver.picture("new-endpoint-test");
    }
}
