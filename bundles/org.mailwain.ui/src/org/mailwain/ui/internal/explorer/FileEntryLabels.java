package org.mailwain.ui.internal.explorer;

import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;
import org.mailwain.presenters.explorer.FileEntry;
import org.mailwain.ui.internal.Icons;

/** A file by the picture of its kind and its short name; the whole name is the tool tip. */
final class FileEntryLabels extends ColumnLabelProvider {
    private final Icons icons;

    FileEntryLabels(ResourceManager resources) {
        icons = new Icons(resources);
    }

    @Override
    public String getText(Object element) {
        return ((FileEntry) element).label();
    }

    @Override
    public Image getImage(Object element) {
        return icons.of(((FileEntry) element).kind());
    }

    @Override
    public String getToolTipText(Object element) {
        return ((FileEntry) element).name();
    }

    @Override
    public void dispose() {
        icons.dispose();
        super.dispose();
    }
}
