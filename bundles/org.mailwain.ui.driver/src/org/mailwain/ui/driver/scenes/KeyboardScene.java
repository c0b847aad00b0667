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
        driver.waitForEditor("all");
        driver.waitForEnabled("org.mailwain.ui.batches.start");
        driver.key(SWT.CTRL, 'r');
        driver.waitForLabel("run.state", " Synced");
        driver.key(SWT.CTRL | SWT.ALT, 'p');
        driver.waitForLabel("report.verdict", "\u2713 Complete");
    }

    private static void project(Driver driver, Path folder) {
        driver.key(SWT.CTRL | SWT.SHIFT, 'n');
        driver.waitForFocus("project.new.name");
        driver.keys("keys");
        driver.tabTo("project.new.parent");
        driver.key(SWT.CTRL, 'a');
        driver.keys(folder.toString());
        driver.finishByKey();
        driver.find(Control.class, "explorer.tree");
    }

    private static void fileNew(Driver driver, char letter) {
        driver.menuKey(SWT.ALT, 'f');
        driver.menuKey(SWT.NONE, 'n');
        driver.key(SWT.NONE, letter);
        driver.waitForFocus("new.name");
    }

    private static void endpoint(Driver driver, String name, String port) {
        fileNew(driver, 'e');
        driver.keys(name);
        driver.choose("new.project", "keys");
        driver.nextByKey();
        driver.waitForFocus("field.host");
        driver.keys("localhost");
        driver.tabTo("field.port");
        driver.keys(port);
        driver.choose("field.security", "starttls");
        driver.nextByKey();
        driver.waitForFocus("test.user");
        driver.keys("u0003");
        driver.key(0, SWT.TAB);
        driver.keys("secret");
        driver.tabTo("test.start");
        driver.key(0, ' ');
        driver.tabTo("test.pin");
        driver.key(0, ' ');
        driver.waitForCells("test.steps", cells -> cells.contains("Folders passed"));
        driver.finishByKey();
        driver.waitForEditor(name + ".endpoint.yaml");
    }

    private static void list(Driver driver, Path folder) throws Exception {
        Path csv = folder.resolve("people.csv");
        Files.writeString(csv, LIST);
        fileNew(driver, 'c');
        driver.tabTo("import.file");
        driver.keys(csv.toString());
        driver.choose("new.project", "keys");
        driver.nextByKey();
        driver.find(Control.class, "format.preview");
        driver.nextByKey();
        driver.find(Control.class, "meaning.EmailAddress");
        driver.finishByKey();
        driver.waitForEditor("people.csv");
    }

    private static void batch(Driver driver) {
        driver.key(SWT.CTRL | SWT.SHIFT, 'b');
        driver.waitForFocus("newBatch.name.name");
        driver.keys("all");
        driver.nextByKey();
        driver.find(Control.class, "newBatch.type.imap");
        driver.nextByKey();
        driver.find(Control.class, "newBatch.check");
        driver.nextByKey();
        driver.choose("newBatch.endpoint.source", "from");
        driver.choose("newBatch.endpoint.target", "to");
        driver.nextByKey();
        driver.choose("newBatch.mailboxes.choose", "people.csv");
        driver.nextByKey();
        driver.find(Control.class, "newBatch.filter.after");
        driver.finishByKey();
    }
}
