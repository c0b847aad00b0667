package org.mailwain.ui.driver;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.mailwain.ui.driver.watch.UiThreadWatch;

/** Plays scenes in the running workbench, prints what came of each, and closes the window. */
public final class Player {
    private static final long LOOK_MILLIS = 50;
    private static final int STOP = 1;

    private final List<String> names;
    private final Path pictures;
    private final Path project;

    private Player(List<String> names, Path pictures, Path project) {
        this.names = names;
        this.pictures = pictures;
        this.project = project;
    }

    /**
     * Waits for the workbench on a thread of its own.
     *
     * @param scenes names with commas between; empty for all that are pictured
     * @param pictures a folder, or empty for none
     * @return ends after what came of the last scene is said; a scene may have closed the window before
     */
    public static Thread start(String scenes, String pictures, String project) {
        List<String> names = scenes.isEmpty() ? List.of() : Arrays.asList(scenes.split(","));
        Path folder = pictures.isEmpty() ? null : Path.of(pictures);
        return Thread.ofPlatform()
                .daemon()
                .name("player")
                .start(() -> new Player(names, folder, Path.of(project)).play());
    }

    private void play() {
        Display display = workbench();
        UiThreadWatch.watch(display.getThread());
        try {
            playAll(new Driver(display, pictures, project));
        } catch (Exception | AssertionError e) {
            System.out.println("failed to play: " + e);
        } finally {
            UiThreadWatch.watch(null);
            UiThreadWatch.found().forEach(each -> System.out.println("waited on the UI thread: " + each));
            System.out.println("watched " + UiThreadWatch.passed() + " calls that may wait");
            System.out.flush();
            close(display);
        }
    }

    /** Runs that a scene left at work are asked to stop, as nobody is there to say whether they go on. */
    private static void close(Display display) {
        try {
            display.asyncExec(() -> {
                PlatformUI.getWorkbench()
                        .getActiveWorkbenchWindow()
                        .getActivePage()
                        .closeAllEditors(false);
                PlatformUI.getWorkbench().close();
            });
            while (!display.isDisposed()) {
                Thread.sleep(LOOK_MILLIS);
                display.asyncExec(() -> {
                    Button stop = Widgets.dialogButton(display, STOP);
                    if (stop != null) {
                        Driver.send(stop, SWT.Selection, new Event());
                    }
                });
            }
        } catch (SWTException closed) {
            // by a scene, or between two looks
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void playAll(Driver driver) {
        driver.waitFor("a window", () -> PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null);
        for (Scene scene : ServiceLoader.load(Scene.class, Player.class.getClassLoader())) {
            if (driver.display().isDisposed()) {
                return;
            }
            if (names.isEmpty() ? scene.isPictured() : names.contains(scene.name())) {
                play(scene, driver);
            }
        }
    }

    private void play(Scene scene, Driver driver) {
        try {
            scene.play(driver);
            System.out.println("played " + scene.name());
        } catch (Exception | AssertionError e) {
            System.out.println("failed " + scene.name() + ": " + e);
            e.printStackTrace(System.out);
            try {
                driver.picture("failed-" + scene.name());
            } catch (Exception again) {
                System.out.println(again);
            }
        }
        if (driver.display().isDisposed()) {
            return;
        }
        driver.act(() -> {
            for (var shell : driver.display().getShells()) {
                if (shell.getParent() != null && !shell.isDisposed()) {
                    shell.close();
                }
            }
        });
    }

    private static Display workbench() {
        try {
            while (!PlatformUI.isWorkbenchRunning()) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return PlatformUI.getWorkbench().getDisplay();
    }
}
