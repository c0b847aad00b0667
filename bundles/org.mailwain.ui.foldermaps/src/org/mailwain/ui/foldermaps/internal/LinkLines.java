package org.mailwain.ui.foldermaps.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.presenters.foldermaps.MapPicture;

/** Lines from source folders to target folders: full where a folder keeps its name, dashed where it does not. */
final class LinkLines {
    private static final Color USUAL = new Color(0x7f, 0xb4, 0xbd);
    private static final Color MARKED = new Color(0xc7, 0x7f, 0x00);

    private final Canvas canvas;
    private FolderTree source;
    private FolderTree target;
    private MapPicture picture;
    private FolderPath marked;

    LinkLines(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        canvas.setData("id", "map.lines");
        canvas.addPaintListener(event -> paint(event.gc));
    }

    Control control() {
        return canvas;
    }

    void between(FolderTree left, FolderTree right) {
        source = left;
        target = right;
        follow(left.control());
        follow(right.control());
    }

    /** Whatever moves the items of a tree moves the lines. */
    private void follow(Tree tree) {
        tree.addListener(SWT.Expand, event -> later());
        tree.addListener(SWT.Collapse, event -> later());
        tree.addListener(SWT.Resize, event -> later());
        tree.addListener(SWT.MouseVerticalWheel, event -> later());
        tree.addListener(SWT.KeyUp, event -> later());
        tree.getVerticalBar().addListener(SWT.Selection, event -> later());
    }

    private void later() {
        canvas.getDisplay().asyncExec(() -> {
            if (!canvas.isDisposed()) {
                canvas.redraw();
            }
        });
    }

    void show(MapPicture fresh) {
        picture = fresh;
        later();
    }

    /** @param from the source folder whose line stands out, or null */
    void mark(FolderPath from) {
        marked = from;
        canvas.redraw();
    }

    private void paint(GC gc) {
        if (picture == null) {
            return;
        }
        gc.setAntialias(SWT.ON);
        for (FolderMapping link : picture.links()) {
            if (!link.source().path().equals(marked)) {
                line(gc, link, USUAL, 1);
            }
        }
        if (marked != null) {
            picture.link(marked).ifPresent(link -> line(gc, link, MARKED, 3));
        }
    }

    private void line(GC gc, FolderMapping link, Color colour, int width) {
        if (link.target().isEmpty() || link.conflict().isPresent()) {
            return;
        }
        TreeItem from = source.item(link.source().path());
        TreeItem to = target.item(link.target().get());
        if (from == null || to == null || from.getBounds().height == 0 || to.getBounds().height == 0) {
            return;
        }
        Rectangle area = canvas.getClientArea();
        int left = y(source.control(), from);
        int right = y(target.control(), to);
        if (outside(left, area) && outside(right, area)) {
            return;
        }
        gc.setForeground(colour);
        gc.setLineWidth(width);
        boolean same = link.reason() == FolderMapping.Reason.SAME_NAME;
        gc.setLineStyle(same ? SWT.LINE_SOLID : SWT.LINE_DASH);
        Path path = new Path(gc.getDevice());
        path.moveTo(0, left);
        path.cubicTo(area.width / 2f, left, area.width / 2f, right, area.width, right);
        gc.drawPath(path);
        path.dispose();
    }

    private static boolean outside(int y, Rectangle area) {
        return y < 0 || y > area.height;
    }

    private int y(Tree tree, TreeItem item) {
        Rectangle bounds = item.getBounds();
        Point on = tree.toDisplay(0, bounds.y + bounds.height / 2);
        return canvas.toControl(on).y;
    }
}
