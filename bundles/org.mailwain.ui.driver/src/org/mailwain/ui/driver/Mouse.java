package org.mailwain.ui.driver;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** The mouse, for what is drawn where no widget stands for it. */
public final class Mouse {
    private final Driver driver;

    Mouse(Driver driver) {
        this.driver = driver;
    }

    /** Clicks at a place in a widget, which gets the focus as it would by a click. */
    public void click(String id, int x, int y) {
        Control control = driver.find(Control.class, id);
        driver.act(control::setFocus);
        for (int type : new int[] {SWT.MouseMove, SWT.MouseDown, SWT.MouseUp}) {
            driver.act(() -> {
                Event event = new Event();
                event.x = x;
                event.y = y;
                event.count = 1;
                event.button = type == SWT.MouseMove ? 0 : 1;
                event.stateMask = type == SWT.MouseUp ? SWT.BUTTON1 : 0;
                Driver.send(control, type, event);
            });
        }
    }

    /** Turns the wheel over a widget. @param notches downwards; upwards below 0 */
    public void wheel(String id, int notches) {
        Control control = driver.find(Control.class, id);
        driver.act(() -> {
            Event event = new Event();
            event.count = -notches;
            event.detail = SWT.SCROLL_LINE;
            Driver.send(control, SWT.MouseVerticalWheel, event);
        });
    }
}
