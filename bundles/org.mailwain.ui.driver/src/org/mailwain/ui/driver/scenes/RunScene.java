package org.mailwain.ui.driver.scenes;

import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/**
 * A batch at work between two real servers, stopped and resumed, its limits changed meanwhile, and its report. The
 * servers are named by system properties: ports for STARTTLS on localhost, and the file of their authority.
 */
public final class RunScene implements Scene {
    private static final int USERS = 12;

    @Override
    public String name() {
        return "run";
    }

    @Override
    public boolean isPictured() {
        return System.getProperty("mailwain.scene.source") != null;
    }

    @Override
    public void play(Driver driver) throws Exception {
        project(driver);
        driver.workbench().openFile("staff.batch.yaml");
        driver.workbench().command("org.mailwain.ui.batches.start");
        Label copied = driver.find(Label.class, "run.figure.copied");
        driver.waitFor("a part is copied", () -> copied.getText().matches(".*\\d.*\\d.*\\d.*"));
        driver.picture("batch-run");
        limits(driver);
        driver.workbench().formPage("org.mailwain.ui.batches.run");
        driver.press("run.stop");
        driver.waitForLabel("run.state", " Stopped");
        driver.picture("batch-stopped");
        driver.press("run.resume");
        driver.waitFor("the end", () -> driver.isEnd("run.state", " Synced", " SyncedwithErrors"));
        report(driver);
        map(driver);
    }

    private static void project(Driver driver) throws IOException {
        for (String side : new String[] {"source", "target"}) {
            Files.writeString(driver.project().resolve("rig-" + side + ".endpoint.yaml"), """
                    kind: imap
                    host: localhost
                    port: %s
                    security: starttls
                    trust:
                      ca-file: %s
                    limits:
                      messagesPerSecond: 100
                    """.formatted(
                            System.getProperty("mailwain.scene." + side), System.getProperty("mailwain.scene.ca")));
        }
        StringBuilder list = new StringBuilder("EmailAddress,UserName,Password,TargetUserName,TargetPassword\n");
        for (int i = 1; i <= USERS; i++) {
            // one whose password is wrong: what went wrong is a part of the picture
            list.append("u%1$04d@contoso.example,u%1$04d,%2$s,u%1$04d,secret%n"
                    .formatted(i, i == USERS ? "wrong" : "secret"));
        }
        Files.writeString(driver.project().resolve("staff.csv"), list.toString());
        Files.writeString(
                driver.project().resolve("staff.batch.yaml"),
                "source: rig-source\ntarget: rig-target\nmailboxes: staff.csv\nfolders: folders\n");
    }

    private static void limits(Driver driver) throws IOException {
        driver.workbench().formPage("org.mailwain.ui.batches.limits");
        driver.waitFor(
                "the limits of the run",
                () -> !driver.shownText("limits.run.mailboxes").isEmpty());
        driver.type("limits.run.source.messagesPerSecond", "0");
        driver.type("limits.run.target.messagesPerSecond", "0");
        driver.type("limits.run.mailboxes", "4");
        driver.picture("batch-limits");
        driver.press("limits.take");
        driver.waitFor("the limits are taken", () -> !driver.isEnabled("limits.take"));
    }

    private static void report(Driver driver) throws IOException {
        driver.press("run.report");
        driver.find(Control.class, "report.verdict");
        driver.picture("report");
        driver.tab("report.tabs", 1);
        driver.picture("report-items");
        driver.tab("report.tabs", 3);
        driver.picture("report-charts");
    }

    private static void map(Driver driver) throws IOException {
        driver.workbench().openFile("folders.foldermap.yaml");
        driver.type("map.batch", "staff");
        driver.press("map.read");
        driver.waitFor("both trees", () -> driver.isFilled("map.source"));
        driver.waitFor("a plan", () -> driver.isEnabled("map.plan"));
        driver.picture("folder-map-read");
    }
}
