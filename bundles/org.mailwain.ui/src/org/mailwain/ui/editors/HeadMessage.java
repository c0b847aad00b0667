package org.mailwain.ui.editors;

import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.Form;

/** What the head of a form says beside its title. UI thread. */
public final class HeadMessage {
    private HeadMessage() {}

    /**
     * Shows a message in the colour of the title, which can be read in each theme; how bad it is the sign before it says.
     *
     * @param text null for none
     * @param type as of {@link org.eclipse.jface.dialogs.IMessageProvider}
     */
    public static void show(Form form, String text, int type) {
        form.setMessage(text, type);
        colour(form.getHead());
    }

    private static void colour(Composite head) {
        for (Control child : head.getChildren()) {
            if (child instanceof CLabel) {
                child.setForeground(head.getForeground());
            } else if (child instanceof Composite inner) {
                colour(inner);
            }
        }
    }
}
