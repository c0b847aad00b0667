package org.mailwain.ui.driver.scenes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Pulse;
import org.mailwain.ui.driver.Scene;

/**
 * How long the window keeps a person waiting who works in a long list while a batch runs beside it. The project has
 * {@code long.csv}, and {@code staff.batch.yaml} with servers that can be reached. Prints figures, and judges nothing.
 */
public final class BusyScene implements Scene {
    private static final String GRID = "list.grid";
    private static final int HEADING_X = 120;
    private static final int HEADING_Y = 12;
    private static final int COLUMN = 190;
    private static final int MOST_ROUNDS = 100;
    private static final long BREATH_MILLIS = 400;
    private static final int SHOWN_BLOCKS = Integer.getInteger("mailwain.scene.blocks", 12);

    private final List<String> work = new ArrayList<>();

    @Override
    public String name() {
        return "busy";
    }

    @Override
    public boolean isPictured() {
        return false;
    }

    @Override
    public void play(Driver driver) throws Exception {
        try (Pulse pulse = new Pulse(driver.display(), "opening")) {
            open(driver);
            pulse.phase("start");
            driver.press("run.start");
            Label copied = driver.find(Label.class, "run.figure.copied");
            driver.waitFor("a part is copied", () -> copied.getText().matches(".*[1-9].*"));
            driver.picture("busy");
            int rounds = 0;
            boolean runs = true;
            while (runs && rounds < MOST_ROUNDS) {
                round(driver, pulse);
                rounds++;
                runs = driver.ask(() -> !driver.isEnd("run.state", " Synced", " SyncedwithErrors"));
            }
            pulse.phase("end");
            driver.waitFor("the end", () -> driver.isEnd("run.state", " Synced", " SyncedwithErrors"));
            driver.picture("busy-end");
            tell(pulse, rounds);
        }
    }

    private static void open(Driver driver) {
        driver.workbench().openFile("long.csv");
        driver.find(Control.class, GRID);
        driver.waitFor("what is wrong is known", () -> !driver.isEnd("list.sum", " 0 problems"));
        driver.workbench().openFile("staff.batch.yaml");
        driver.workbench().formPage("org.mailwain.ui.batches.run");
        driver.workbench().putBeside();
    }

    /** What a person does in the list; each a phase of its own, so that it is seen which takes long. */
    private void round(Driver driver, Pulse pulse) {
        step(driver, pulse, "scroll", () -> {
            driver.workbench().openFile("long.csv");
            driver.mouse().click(GRID, HEADING_X, 3 * HEADING_Y);
            for (int i = 0; i < 12; i++) {
                driver.mouse().wheel(GRID, 3);
                driver.keyboard().press(SWT.NONE, SWT.PAGE_DOWN);
            }
            driver.keyboard().press(SWT.CTRL, SWT.END);
            driver.keyboard().press(SWT.CTRL, SWT.HOME);
        });
        step(driver, pulse, "sort", () -> {
            // up, down, as in the file
            for (int i = 0; i < 3; i++) {
                driver.mouse().click(GRID, HEADING_X + COLUMN, HEADING_Y);
            }
        });
        step(driver, pulse, "filter", () -> {
            for (String typed : new String[] {"4", "42", "427", "42", ""}) {
                driver.type("list.filter", typed);
            }
        });
        step(driver, pulse, "edit", () -> {
            driver.mouse().click(GRID, HEADING_X + COLUMN, 3 * HEADING_Y);
            driver.keyboard().type("new");
            driver.keyboard().press(SWT.NONE, SWT.CR);
        });
        step(driver, pulse, "save", () -> driver.workbench().command("org.eclipse.ui.file.save"));
        step(driver, pulse, "find and replace", () -> {
            driver.type("list.find", "u4999");
            driver.press("list.find.next");
            driver.press("list.find.next");
            driver.type("list.find", "sales");
            driver.type("list.replace", "Sales2");
            driver.press("list.replace.all");
        });
        step(driver, pulse, "undo", () -> {
            driver.workbench().command("org.eclipse.ui.edit.undo");
            driver.workbench().command("org.eclipse.ui.edit.undo");
        });
    }

    private void step(Driver driver, Pulse pulse, String name, Runnable step) {
        if (!work.contains(name)) {
            work.add(name);
        }
        pulse.phase(name);
        step.run();
        // a person takes breath, and what a step set going comes to its end
        Driver.pause(BREATH_MILLIS);
    }

    private void tell(Pulse pulse, int rounds) {
        System.out.println("rounds " + rounds);
        pulse.waits().forEach(BusyScene::tell);
        tell(pulse.sum("all work", work));
        pulse.blocks().stream().limit(SHOWN_BLOCKS).forEach(BusyScene::tell);
    }

    private static void tell(Pulse.Wait wait) {
        System.out.println(String.format(
                Locale.ROOT,
                "wait %s: %d moments, half %.1f ms, 99 %% %.1f ms, longest %.1f ms, work %.1f ms",
                wait.phase(),
                wait.moments(),
                wait.middle(),
                wait.ninetyNinth(),
                wait.longest(),
                wait.longestWork()));
    }

    private static void tell(Pulse.Block block) {
        System.out.println("blocked in " + block.phase() + " for " + block.millis() + " ms, " + block.cpuMillis()
                + " ms of them its own work");
        block.stack().forEach(frame -> System.out.println("    at " + frame));
    }
}
