package org.mailwain.ui.driver.scenes;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** As {@link WholeWayScene}, by a person whose mouse is broken. */
public final class KeyboardScene implements Scene {
    private static final String LIST = """
            EmailAddress,UserName,Password,TargetUserName,TargetPassword
            u0003@example.org,u0003,secret,u0003,secret
            """;

    @Override
    public String name() {
        return "keyboard";
    }

    @Override
    public boolean isPictured() {
        return false;
    }

    @Override
    public void play(Driver driver) throws Exception {
        Path folder = Path.of(System.getProperty("mailwain.scene.folder"));
        project(driver, folder);
        endpoint(driver, "from", System.getProperty("mailwain.scene.source"));
        endpoint(driver, "to", System.getProperty("mailwain.scene.target"));
        list(driver, folder);
        batch(driver);
        driver.workbench().waitForEditor("all");
        driver.workbench().waitForEnabled("org.mailwain.ui.batches.start");
        driver.keyboard().press(SWT.CTRL, 'r');
        driver.waitForLabel("run.state", " Synced");
        driver.keyboard().press(SWT.CTRL | SWT.ALT, 'p');
        driver.waitForLabel("report.verdict", "\u2713 Complete");
    }

    private static void project(Driver driver, Path folder) {
        driver.keyboard().press(SWT.CTRL | SWT.SHIFT, 'n');
        driver.keyboard().waitForFocus("project.new.name");
        driver.keyboard().type("keys");
        driver.keyboard().tabTo("project.new.parent");
        driver.keyboard().press(SWT.CTRL, 'a');
        driver.keyboard().type(folder.toString());
        driver.wizard().finishByKey();
        driver.find(Control.class, "explorer.tree");
    }

    private static void fileNew(Driver driver, char letter) {
        driver.keyboard().openMenu(SWT.ALT, 'f');
        driver.keyboard().openMenu(SWT.NONE, 'n');
        driver.keyboard().press(SWT.NONE, letter);
        driver.keyboard().waitForFocus("new.name");
    }

    private static void endpoint(Driver driver, String name, String port) {
        fileNew(driver, 'e');
        driver.keyboard().type(name);
        driver.keyboard().choose("new.project", "keys");
        driver.wizard().nextByKey();
        driver.keyboard().waitForFocus("field.host");
        driver.keyboard().type("localhost");
        driver.keyboard().tabTo("field.port");
        driver.keyboard().type(port);
        driver.keyboard().choose("field.security", "starttls");
        driver.wizard().nextByKey();
        driver.keyboard().waitForFocus("test.user");
        driver.keyboard().type("u0003");
        driver.keyboard().press(0, SWT.TAB);
        driver.keyboard().type("secret");
        driver.keyboard().tabTo("test.start");
        driver.keyboard().press(0, ' ');
        driver.keyboard().tabTo("test.pin");
        driver.keyboard().press(0, ' ');
        driver.waitForCells("test.steps", cells -> cells.contains("Folders passed"));
        driver.wizard().finishByKey();
        driver.workbench().waitForEditor(name + ".endpoint.yaml");
    }

    private static void list(Driver driver, Path folder) throws Exception {
        Path csv = folder.resolve("people.csv");
        Files.writeString(csv, LIST);
        fileNew(driver, 'c');
        driver.keyboard().tabTo("import.file");
        driver.keyboard().type(csv.toString());
        driver.keyboard().choose("new.project", "keys");
        driver.wizard().nextByKey();
        driver.find(Control.class, "format.preview");
        driver.wizard().nextByKey();
        driver.find(Control.class, "meaning.EmailAddress");
        driver.wizard().finishByKey();
        driver.workbench().waitForEditor("people.csv");
    }

    private static void batch(Driver driver) {
        driver.keyboard().press(SWT.CTRL | SWT.SHIFT, 'b');
        driver.keyboard().waitForFocus("newBatch.name.name");
        driver.keyboard().type("all");
        driver.wizard().nextByKey();
        driver.find(Control.class, "newBatch.type.imap");
        driver.wizard().nextByKey();
        driver.find(Control.class, "newBatch.check");
        driver.wizard().nextByKey();
        driver.keyboard().choose("newBatch.endpoint.source", "from");
        driver.keyboard().choose("newBatch.endpoint.target", "to");
        driver.wizard().nextByKey();
        driver.keyboard().choose("newBatch.mailboxes.choose", "people.csv");
        driver.wizard().nextByKey();
        driver.find(Control.class, "newBatch.filter.after");
        driver.wizard().finishByKey();
    }
}
