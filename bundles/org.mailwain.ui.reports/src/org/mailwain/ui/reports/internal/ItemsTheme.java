package org.mailwain.ui.reports.internal;

import org.eclipse.nebula.widgets.nattable.style.theme.ModernNatTableThemeConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Display;

/** Colours of the platform's own lists, so that the table of items can be read in any theme. */
final class ItemsTheme extends ModernNatTableThemeConfiguration {
    ItemsTheme(Display display) {
        Color text = display.getSystemColor(SWT.COLOR_LIST_FOREGROUND);
        Color ground = display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
        defaultFgColor = text;
        defaultBgColor = ground;
        evenRowBgColor = ground;
        oddRowBgColor = ground;
        Color chosenText = display.getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
        Color chosen = display.getSystemColor(SWT.COLOR_LIST_SELECTION);
        defaultSelectionFgColor = chosenText;
        defaultSelectionBgColor = chosen;
        selectionAnchorSelectionFgColor = chosenText;
        selectionAnchorSelectionBgColor = chosen;
        Color headText = display.getSystemColor(SWT.COLOR_WIDGET_FOREGROUND);
        Color head = display.getSystemColor(SWT.COLOR_WIDGET_BACKGROUND);
        cHeaderFgColor = headText;
        cHeaderBgColor = head;
        cHeaderSelectionFgColor = headText;
        cHeaderSelectionBgColor = head;
        cHeaderFullSelectionFgColor = headText;
        cHeaderFullSelectionBgColor = head;
    }
}
