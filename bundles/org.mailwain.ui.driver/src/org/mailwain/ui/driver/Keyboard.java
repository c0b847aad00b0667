package org.mailwain.ui.driver;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;

/** The keyboard itself: its keys go through the display's server to whatever has the focus. */
public final class Keyboard {
    private static final int[] MODIFIERS = {SWT.CTRL, SWT.SHIFT, SWT.ALT};
    private static final int MOST_TABS = 60;

    private final Driver driver;

    Keyboard(Driver driver) {
        this.driver = driver;
    }

    /** @param code a character, or a key code of SWT */
    public void press(int modifiers, int code) {
        driver.ask(() -> {
            modify(SWT.KeyDown, modifiers);
            // Tab, Enter and Escape are keys to the server, though SWT has characters for them
            boolean isCharacter = (code & SWT.KEYCODE_BIT) == 0 && code >= ' ';
            int key = isCharacter ? 0 : code;
            char character = isCharacter ? (char) code : '\0';
            post(SWT.KeyDown, key, character);
            post(SWT.KeyUp, key, character);
            modify(SWT.KeyUp, modifiers);
            return null;
        });
        driver.settle();
    }

    private void modify(int type, int modifiers) {
        for (int modifier : MODIFIERS) {
            if ((modifiers & modifier) != 0) {
                post(type, modifier, '\0');
            }
        }
    }

    private void post(int type, int code, char character) {
        Event event = new Event();
        event.type = type;
        event.keyCode = code;
        event.character = character;
        driver.display().post(event);
    }

    /** Presses a key that opens a menu, and waits for that. */
    public void openMenu(int modifiers, int code) {
        AtomicBoolean shown = new AtomicBoolean();
        Listener listener = event -> shown.compareAndSet(false, event.widget instanceof Menu);
        driver.ask(() -> {
            driver.display().addFilter(SWT.Show, listener);
            return null;
        });
        press(modifiers, code);
        driver.waitFor("a menu", shown::get);
        driver.ask(() -> {
            driver.display().removeFilter(SWT.Show, listener);
            return null;
        });
    }

    public void type(String text) {
        text.chars().forEach(character -> press(SWT.NONE, character));
    }

    /** Presses Tab until a widget has the focus, which every widget must be reached by. */
    public void tabTo(String id) {
        driver.find(Control.class, id);
        for (int i = 0; i < MOST_TABS && !isFocused(id); i++) {
            press(SWT.NONE, SWT.TAB);
        }
        if (!isFocused(id)) {
            throw new AssertionError(id + " is not reached by Tab");
        }
    }

    private boolean isFocused(String id) {
        return driver.ask(() -> Widgets.isFocused(driver.display(), id));
    }

    /** Waits until a widget has the focus without anybody's doing. */
    public void waitForFocus(String id) {
        driver.waitFor(id + " has the focus", () -> Widgets.isFocused(driver.display(), id));
    }

    /** Chooses a word of a combo box by Tab and arrow keys. */
    public void choose(String id, String word) {
        tabTo(id);
        Combo combo = driver.find(Combo.class, id);
        int from = driver.ask(combo::getSelectionIndex);
        int to = driver.ask(() -> combo.indexOf(word));
        for (int i = 0; i < Math.abs(to - from); i++) {
            press(SWT.NONE, to > from ? SWT.ARROW_DOWN : SWT.ARROW_UP);
        }
        driver.waitFor(id + " is " + word, () -> combo.getText().equals(word));
    }
}
