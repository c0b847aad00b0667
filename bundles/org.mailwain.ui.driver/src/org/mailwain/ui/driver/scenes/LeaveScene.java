package org.mailwain.ui.driver.scenes;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/**
 * The window closes while a batch runs: it asks, and does what it is told. In the end it is gone and the run goes on, so
 * this is the last scene of a play.
 */
public final class LeaveScene implements Scene {
    private static final String EXIT = "org.eclipse.ui.file.exit";
    private static final int GO_ON = 0;
    private static final int STOP = 1;
    private static final int CANCEL = 2;

    @Override
    public String name() {
        return "leave";
    }

    @Override
    public boolean isPictured() {
        return false;
    }

    @Override
    public void play(Driver driver) throws Exception {
        RunProject night = RunProject.night(driver);
        night.endpoints(RunProject.SLOW);
        night.list("secret");
        night.write();
        driver.workbench().openFile("night.batch.yaml");
        driver.workbench().command("org.mailwain.ui.batches.start");
        driver.waitForLabel("run.state", " Syncing");
        driver.workbench().command(EXIT);
        driver.waitForWords("A batch is running: night.");
        driver.picture("leave");
        driver.wizard().answer(CANCEL);
        driver.waitForLabel("run.state", " Syncing");

        AtomicInteger exits = stay(driver);
        driver.workbench().command(EXIT);
        driver.wizard().answer(STOP);
        driver.waitFor("the window would close", () -> exits.get() == 1);
        driver.waitForLabel("run.state", " Stopped");
        driver.press("run.resume");
        driver.waitForLabel("run.state", " Syncing");
        driver.workbench().command(EXIT);
        driver.wizard().leave(GO_ON);
    }

    /** Keeps the window open the next time that it would close, so that it can be seen what became of the run. */
    private static AtomicInteger stay(Driver driver) {
        AtomicInteger exits = new AtomicInteger();
        driver.ask(() -> {
            PlatformUI.getWorkbench().addWorkbenchListener(new IWorkbenchListener() {
                @Override
                public boolean preShutdown(IWorkbench workbench, boolean forced) {
                    return exits.incrementAndGet() > 1;
                }

                @Override
                public void postShutdown(IWorkbench workbench) {
                    // nothing is left to do
                }
            });
            return null;
        });
        return exits;
    }
}
