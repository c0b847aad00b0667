package org.mailwain.ui.driver.scenes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.swt.widgets.Control;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/**
 * From nothing to the evidence, between two real servers: project, endpoints, mailbox list, batch, run, report. The
 * servers are named by system properties: ports for STARTTLS on localhost, and a folder for the project.
 */
public final class WholeWayScene implements Scene {
    private static final String NEW = "org.mailwain.ui.new";
    private static final String LIST = """
            Dept;E-Mail;Login;Kennwort;TargetUserName;TargetPassword
            Sales;u0001@example.org;u0001;secret;u0001;secret
            Sales;u0002@example.org;u0002;secret;u0002;secret
            """;

    @Override
    public String name() {
        return "whole-way";
    }

    @Override
    public boolean isPictured() {
        return false;
    }

    @Override
    public void play(Driver driver) throws Exception {
        Path folder = Path.of(System.getProperty("mailwain.scene.folder"));
        project(driver, folder);
        endpoint(driver, "old", System.getProperty("mailwain.scene.source"));
        endpoint(driver, "new", System.getProperty("mailwain.scene.target"));
        list(driver, folder);
        batch(driver);
        driver.waitForEditor("move");
        driver.command("org.mailwain.ui.batches.start");
        driver.waitForLabel("run.state", " Synced");
        driver.press("run.report");
        driver.waitForLabel("report.verdict", "\u2713 Complete");
    }

    private static void project(Driver driver, Path folder) {
        driver.command(NEW, Map.of("wizard", "org.mailwain.ui.newProject"));
        driver.type("project.new.parent", folder.toString());
        driver.type("project.new.name", "way");
        driver.finish();
        driver.select("explorer.tree", "way");
    }

    private static void endpoint(Driver driver, String name, String port) {
        driver.command(NEW, Map.of("wizard", "org.mailwain.ui.endpoints.new"));
        driver.type("new.project", "way");
        driver.type("new.name", name);
        driver.next();
        driver.type("field.host", "localhost");
        driver.type("field.port", port);
        driver.type("field.security", "starttls");
        driver.next();
        driver.type("test.user", "u0001");
        driver.type("secret.text", "secret");
        driver.press("test.start");
        // the authority that signed the servers' certificates is unknown here: the person looks at one and pins it
        driver.press("test.pin");
        driver.waitForCells("test.steps", cells -> cells.contains("Folders passed"));
        driver.finish();
        driver.waitForEditor(name + ".endpoint.yaml");
    }

    private static void list(Driver driver, Path folder) throws Exception {
        Path csv = folder.resolve("staff.csv");
        Files.writeString(csv, LIST);
        driver.command(NEW, Map.of("wizard", "org.mailwain.ui.lists.import"));
        driver.type("import.file", csv.toString());
        driver.type("new.project", "way");
        driver.type("new.name", "people");
        driver.next();
        driver.next();
        driver.find(Control.class, "meaning.EmailAddress");
        driver.finish();
        driver.waitForEditor("people.csv");
        driver.find(Control.class, "list.grid");
    }

    private static void batch(Driver driver) {
        driver.command(NEW, Map.of("wizard", "org.mailwain.ui.batches.newBatch"));
        driver.type("newBatch.name.name", "move");
        driver.next();
        driver.next();
        driver.press("newBatch.check");
        driver.waitForCells("newBatch.needs.title", cells -> !cells.contains("?"));
        driver.next();
        driver.type("newBatch.endpoint.source", "old");
        driver.type("newBatch.endpoint.target", "new");
        driver.next();
        driver.type("newBatch.mailboxes.choose", "people.csv");
        driver.next();
        driver.finish();
    }
}
