package org.mailwain.ui.driver;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Ways down a tree by labels. UI thread. */
final class TreeItems {
    private TreeItems() {}

    /** Null where it is not there yet; items on the way are unfolded, so that it may be the next time. */
    static TreeItem find(Tree tree, String... labels) {
        TreeItem[] level = tree.getItems();
        TreeItem found = null;
        for (String label : labels) {
            found = null;
            for (TreeItem item : level) {
                if (item.getText().equals(label) || item.getText().startsWith(label + " ")) {
                    found = item;
                    break;
                }
            }
            if (found == null) {
                return null;
            }
            unfold(tree, found);
            level = found.getItems();
        }
        return found;
    }

    private static void unfold(Tree tree, TreeItem item) {
        if (item.getItemCount() > 0 && !item.getExpanded()) {
            Event event = new Event();
            event.item = item;
            Driver.send(tree, SWT.Expand, event);
            item.setExpanded(true);
        }
    }
}
