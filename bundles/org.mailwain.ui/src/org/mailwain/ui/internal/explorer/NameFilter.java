package org.mailwain.ui.internal.explorer;

import java.util.Locale;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Text;

/** Shows what has the typed text in its label, and the way to it. */
final class NameFilter extends ViewerFilter {
    private String wanted = "";

    private NameFilter() {}

    static void install(Text field, TreeViewer tree) {
        NameFilter filter = new NameFilter();
        tree.addFilter(filter);
        field.addModifyListener(event -> {
            filter.wanted = field.getText().strip().toLowerCase(Locale.ROOT);
            tree.refresh();
            if (!filter.wanted.isEmpty()) {
                tree.expandAll();
            }
        });
        field.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                tree.getTree().setFocus();
            } else if (event.character == SWT.ESC) {
                field.setText("");
            }
        }));
    }

    @Override
    public boolean select(Viewer viewer, Object parent, Object element) {
        if (wanted.isEmpty()
                || ExplorerLabels.plain(element).toLowerCase(Locale.ROOT).contains(wanted)) {
            return true;
        }
        ExplorerContent content = (ExplorerContent) ((TreeViewer) viewer).getContentProvider();
        for (Object child : content.getChildren(element)) {
            if (select(viewer, element, child)) {
                return true;
            }
        }
        return false;
    }
}
