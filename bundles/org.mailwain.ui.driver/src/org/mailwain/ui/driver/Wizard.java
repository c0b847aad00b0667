package org.mailwain.ui.driver;

import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** The way through the dialog in front: a wizard from page to page, a question by its answer. */
public final class Wizard {
    private static final long LOOK_MILLIS = 30;

    private final Driver driver;

    Wizard(Driver driver) {
        this.driver = driver;
    }

    /** Goes to the next page. */
    public void next() {
        press(IDialogConstants.NEXT_ID);
    }

    /** Ends the wizard, and waits until it is gone. */
    public void finish() {
        gone(press(IDialogConstants.FINISH_ID));
    }

    /** Answers the question by one of its buttons, from 0, without waiting for what comes of it. */
    public void answer(int button) {
        press(button);
    }

    /** As {@link #answer}, where that closes the workbench; waits until it is gone, and nothing can be driven then. */
    public void leave(int button) {
        Button wanted = enabled(button);
        driver.display().asyncExec(() -> Driver.send(wanted, SWT.Selection, new Event()));
        while (!driver.display().isDisposed()) {
            Driver.pause(LOOK_MILLIS);
        }
    }

    /** As {@link #next}, by the button's own key. */
    public void nextByKey() {
        enabled(IDialogConstants.NEXT_ID);
        driver.keyboard().press(SWT.ALT, 'n');
    }

    /** As {@link #finish}, by the button's own key. */
    public void finishByKey() {
        Shell shell = driver.ask(enabled(IDialogConstants.FINISH_ID)::getShell);
        driver.keyboard().press(SWT.ALT, 'f');
        gone(shell);
        // what a window manager does, and there is none on a display of tests
        driver.act(() ->
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().forceActive());
    }

    private void gone(Shell shell) {
        driver.waitFor("the wizard is gone", shell::isDisposed);
    }

    private Shell press(int id) {
        Button button = enabled(id);
        Shell shell = driver.ask(button::getShell);
        driver.act(() -> Driver.send(button, SWT.Selection, new Event()));
        return shell;
    }

    /** By its place in the dialog, since its label is in the language of the platform. */
    private Button enabled(int id) {
        AtomicReference<Button> found = new AtomicReference<>();
        driver.waitFor("a button " + id + " that can be pressed", () -> {
            found.set(Widgets.dialogButton(driver.display(), id));
            return found.get() != null && found.get().isEnabled();
        });
        return found.get();
    }
}
