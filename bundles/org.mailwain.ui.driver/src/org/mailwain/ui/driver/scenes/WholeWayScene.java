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
        driver.workbench().waitForEditor("move");
        driver.workbench().command("org.mailwain.ui.batches.start");
        driver.waitForLabel("run.state", " Synced");
        driver.press("run.report");
        driver.waitForLabel("report.verdict", "\u2713 Complete");
    }

    private static void project(Driver driver, Path folder) {
        driver.workbench().command(NEW, Map.of("wizard", "org.mailwain.ui.newProject"));
        driver.type("project.new.parent", folder.toString());
        driver.type("project.new.name", "way");
        driver.wizard().finish();
        driver.select("explorer.tree", "way");
    }

    private static void endpoint(Driver driver, String name, String port) {
        driver.workbench().command(NEW, Map.of("wizard", "org.mailwain.ui.endpoints.new"));
        driver.type("new.project", "way");
        driver.type("new.name", name);
        driver.wizard().next();
        driver.type("field.host", "localhost");
        driver.type("field.port", port);
        driver.type("field.security", "starttls");
        driver.wizard().next();
        driver.type("test.user", "u0001");
        driver.type("secret.text", "secret");
        driver.press("test.start");
        // the authority that signed the servers' certificates is unknown here: the person looks at one and pins it
        driver.press("test.pin");
        driver.waitForCells("test.steps", cells -> cells.contains("Folders passed"));
        driver.wizard().finish();
        driver.workbench().waitForEditor(name + ".endpoint.yaml");
    }

    private static void list(Driver driver, Path folder) throws Exception {
        Path csv = folder.resolve("staff.csv");
        Files.writeString(csv, LIST);
        driver.workbench().command(NEW, Map.of("wizard", "org.mailwain.ui.lists.import"));
        driver.type("import.file", csv.toString());
        driver.type("new.project", "way");
        driver.type("new.name", "people");
        driver.wizard().next();
        driver.wizard().next();
        driver.find(Control.class, "meaning.EmailAddress");
        driver.wizard().finish();
        driver.workbench().waitForEditor("people.csv");
        driver.find(Control.class, "list.grid");
    }

    private static void batch(Driver driver) {
        driver.workbench().command(NEW, Map.of("wizard", "org.mailwain.ui.batches.newBatch"));
        driver.type("newBatch.name.name", "move");
        driver.wizard().next();
        driver.wizard().next();
        driver.press("newBatch.check");
        driver.waitForCells("newBatch.needs.title", cells -> !cells.contains("?"));
        driver.wizard().next();
        driver.type("newBatch.endpoint.source", "old");
        driver.type("newBatch.endpoint.target", "new");
        driver.wizard().next();
        driver.type("newBatch.mailboxes.choose", "people.csv");
        driver.wizard().next();
        driver.wizard().finish();
    }
}
