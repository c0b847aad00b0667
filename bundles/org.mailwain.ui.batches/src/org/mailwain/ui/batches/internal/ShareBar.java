package org.mailwain.ui.batches.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mailwain.presenters.batches.Shown;

/** How much is done, as a bar with the percentage in it. */
final class ShareBar {
    private final Canvas canvas;
    private double share;
    private boolean good = true;

    ShareBar(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData("id", "run.bar");
        canvas.addPaintListener(event -> paint(event.gc, canvas.getClientArea(), share, good));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Shown.percent(share);
            }
        });
    }

    Control control() {
        return canvas;
    }

    void show(double newShare, boolean newGood) {
        if (newShare != share || newGood != good) {
            share = newShare;
            good = newGood;
            canvas.redraw();
        }
    }

    /** Also for cells of tables. */
    static void paint(GC gc, Rectangle area, double share, boolean good) {
        Color fill = new Color(good ? 0x3a : 0xb3, good ? 0x8a : 0x6a, good ? 0x96 : 0x00);
        Color before = gc.getForeground();
        Color ground = gc.getBackground();
        int width = (int) Math.round((area.width - 2) * share);
        gc.setBackground(fill);
        gc.fillRectangle(area.x + 1, area.y + 1, width, area.height - 2);
        gc.setForeground(fill);
        gc.drawRectangle(area.x, area.y, area.width - 1, area.height - 1);
        String text = Shown.percent(share);
        Point size = gc.textExtent(text);
        int x = area.x + (area.width - size.x) / 2;
        int y = area.y + (area.height - size.y) / 2;
        // white on the filled part, the usual colour on the rest
        gc.setForeground(before);
        gc.drawText(text, x, y, true);
        Rectangle clip = gc.getClipping();
        gc.setClipping(clip.intersection(new Rectangle(area.x + 1, area.y, width, area.height)));
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_WHITE));
        gc.drawText(text, x, y, true);
        gc.setClipping(clip);
        gc.setForeground(before);
        gc.setBackground(ground);
    }
}
