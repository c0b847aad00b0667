package org.mailwain.ui.editors;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Names of widgets for screen readers, where no label stands before them. */
public final class Names {
    private Names() {}

    static AccessibleAdapter of(String name) {
        return new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        };
    }

    public static void give(Control control, String name) {
        control.getAccessible().addAccessibleListener(of(name));
    }
}
