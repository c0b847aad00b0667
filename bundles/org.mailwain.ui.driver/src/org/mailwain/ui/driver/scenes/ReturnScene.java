package org.mailwain.ui.driver.scenes;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/**
 * A window that opens while a batch runs finds the run, as it finds one that a command line starts; in the end the window
 * is killed with a run at work that it started itself. The last scene of a play, after which that says nothing more.
 */
public final class ReturnScene implements Scene {
    @Override
    public String name() {
        return "return";
    }

    @Override
    public boolean isPictured() {
        return false;
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.workbench().openFile("night.batch.yaml");
        driver.workbench().formPage("org.mailwain.ui.batches.run");
        runIsShown(driver, Optional.empty());
        driver.picture("return");
        driver.press("run.stop");
        driver.waitForLabel("run.state", " Stopped");

        Process run = run(driver);
        runIsShown(driver, Optional.of(run));
        driver.press("run.stop");
        driver.waitForLabel("run.state", " Stopped");
        run.waitFor();

        RunProject.night(driver).endpoints(RunProject.RATE);
        driver.press("run.resume");
        runIsShown(driver, Optional.empty());
        System.out.println("killed in return");
        System.out.flush();
        new ProcessBuilder(
                        "kill", "-KILL", String.valueOf(ProcessHandle.current().pid()))
                .start()
                .waitFor();
    }

    private static void runIsShown(Driver driver, Optional<Process> run) {
        driver.waitForLabel("run.state", " Syncing");
        driver.waitForWords(
                run.map(process -> "Run by process " + process.pid() + " ").orElse("Run by process "));
    }

    /** As a command line starts it. */
    private static Process run(Driver driver) throws Exception {
        String launcher =
                Platform.getBundle("org.mailwain.ui").getBundleContext().getProperty("mailwain.launcher");
        Path output = driver.project().resolveSibling("run.out");
        return new ProcessBuilder(
                        launcher, "run", "night", "--project", driver.project().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
