package org.mailwain.ui.driver.scenes;

import java.io.IOException;
import org.eclipse.swt.widgets.Control;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/**
 * A batch at work between two real servers: stopped and resumed, its limits changed meanwhile, what failed tried again,
 * and what is new brought later; then its report. {@link RunProject} says which servers.
 */
public final class RunScene implements Scene {
    private static final String PAGE = "org.mailwain.ui.batches.run";

    @Override
    public String name() {
        return "run";
    }

    @Override
    public boolean isPictured() {
        return RunProject.isPossible();
    }

    @Override
    public void play(Driver driver) throws Exception {
        RunProject staff = RunProject.staff(driver);
        staff.endpoints(RunProject.RATE);
        staff.list("wrong");
        staff.write();
        driver.workbench().openFile("staff.batch.yaml");
        driver.workbench().command("org.mailwain.ui.batches.start");
        staff.waitForCopied(RunProject.RATE);
        driver.picture("batch-run");
        driver.press("run.stop");
        driver.waitForLabel("run.state", " Stopped");
        driver.picture("batch-stopped");
        staff.endpoints(RunProject.SLOW);
        driver.press("run.resume");
        limits(driver);
        driver.waitForLabel("run.state", " SyncedwithErrors");
        driver.waitForCells("run.errors", cells -> cells.startsWith("1 1 "));
        driver.waitForCells("run.mailboxes", cells -> cells.contains(staff.last() + " \u2717 Failed"));
        driver.picture("batch-errors");
        retry(driver, staff);
        rescan(driver, staff);
        report(driver);
        map(driver);
    }

    /** With the limits of the endpoints' files the run would take far longer than anybody waits here. */
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
        driver.workbench().formPage(PAGE);
    }

    /** The password is mended in the list, outside of the window. */
    private static void retry(Driver driver, RunProject staff) throws IOException {
        staff.endpoints(0);
        staff.list("secret");
        driver.press("run.retry_failed");
        driver.waitForLabel("run.state", " Synced");
        driver.waitForCells("run.errors", String::isEmpty);
        driver.waitForCells("run.mailboxes", cells -> cells.contains(staff.last() + " \u2713 Synced"));
        driver.picture("batch-synced");
    }

    private static void rescan(Driver driver, RunProject staff) throws IOException {
        staff.deliver("scene");
        driver.press("run.rescan");
        driver.waitFor("the new message alone", () -> driver.isEnd("run.figure.copied", "1"));
        driver.waitForLabel("run.state", " Synced");
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
