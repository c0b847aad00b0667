package org.mailwain.ui.editors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/** Numbers the lines of a text that are in sight, in its left margin. */
final class LineNumbers {
    private static final int GAP = 8;

    private final StyledText text;
    private int digits;

    private LineNumbers(StyledText text) {
        this.text = text;
        text.addModifyListener(event -> widen());
        text.addPaintListener(event -> paint(event.gc));
        widen();
    }

    static void in(StyledText text) {
        new LineNumbers(text);
    }

    private void widen() {
        int now = Math.max(3, String.valueOf(text.getLineCount()).length());
        if (now != digits) {
            digits = now;
            GC gc = new GC(text);
            gc.setFont(text.getFont());
            text.setLeftMargin(gc.textExtent("0".repeat(digits)).x + 2 * GAP);
            gc.dispose();
        }
    }

    private void paint(GC gc) {
        gc.setFont(text.getFont());
        gc.setForeground(text.getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
        gc.setBackground(text.getBackground());
        int right = text.getLeftMargin() - GAP;
        int bottom = text.getClientArea().height;
        for (int line = text.getTopIndex(); line < text.getLineCount(); line++) {
            int y = text.getLinePixel(line);
            if (y > bottom) {
                break;
            }
            String number = String.valueOf(line + 1);
            Point size = gc.textExtent(number);
            gc.drawText(number, right - size.x, y, true);
        }
    }
}
