package org.mailwain.ui.driver;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Keys as the keyboard sends them, through the display's server. */
final class Keys {
    private static final int[] MODIFIERS = {SWT.CTRL, SWT.SHIFT, SWT.ALT};

    private Keys() {}

    static void press(Driver driver, int modifiers, int code) {
        driver.ask(() -> {
            for (int modifier : MODIFIERS) {
                if ((modifiers & modifier) != 0) {
                    post(driver, SWT.KeyDown, modifier, '\0');
                }
            }
            // Tab, Enter and Escape are keys to the server, though SWT has characters for them
            boolean isCharacter = (code & SWT.KEYCODE_BIT) == 0 && code >= ' ';
            int key = isCharacter ? 0 : code;
            char character = isCharacter ? (char) code : '\0';
            post(driver, SWT.KeyDown, key, character);
            post(driver, SWT.KeyUp, key, character);
            for (int modifier : MODIFIERS) {
                if ((modifiers & modifier) != 0) {
                    post(driver, SWT.KeyUp, modifier, '\0');
                }
            }
            return null;
        });
        driver.settle();
    }

    private static void post(Driver driver, int type, int code, char character) {
        Event event = new Event();
        event.type = type;
        event.keyCode = code;
        event.character = character;
        driver.display().post(event);
    }
}
