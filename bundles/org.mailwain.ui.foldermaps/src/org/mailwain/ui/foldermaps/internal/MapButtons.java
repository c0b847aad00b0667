package org.mailwain.ui.foldermaps.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.ui.Texts;

/** What can be done with the folders that are selected, for those who do not drag. */
final class MapButtons {
    private static final Texts TEXTS = MapPage.TEXTS;

    private final FormToolkit toolkit;
    private final Composite line;
    private final Button map;
    private final Button leaveOut;
    private final Button release;
    private final Button below;

    MapButtons(MapTrees trees, FormToolkit toolkit, Composite parent) {
        this.toolkit = toolkit;
        line = toolkit.createComposite(parent);
        RowLayoutFactory.fillDefaults().center(true).spacing(6).applyTo(line);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(line);
        map = button("map", trees::mapSelected);
        leaveOut = button("leave_out", trees::leaveOutSelected);
        release = button("release", trees::releaseSelected);
        below = toolkit.createButton(line, TEXTS.of("button.below"), SWT.CHECK);
        below.setSelection(true);
        below.setData("id", "map.below");
    }

    private Button button(String key, Runnable work) {
        Button button = toolkit.createButton(line, TEXTS.of("button." + key), SWT.PUSH);
        button.setToolTipText(TEXTS.of("button." + key + ".help"));
        button.setData("id", "map." + key);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> work.run()));
        return button;
    }

    /** Whether the folders below go along. */
    boolean below() {
        return below.getSelection();
    }

    void enable(boolean mapping, boolean leaving, boolean releasing) {
        map.setEnabled(mapping);
        leaveOut.setEnabled(leaving);
        release.setEnabled(releasing);
    }
}
