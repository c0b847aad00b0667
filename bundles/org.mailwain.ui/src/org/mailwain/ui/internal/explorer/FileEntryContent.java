package org.mailwain.ui.internal.explorer;

import java.util.List;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.mailwain.presenters.explorer.FileEntry;
import org.mailwain.presenters.explorer.FileKind;

/** Files below a {@link FileEntry}; read from the disk each time the viewer asks. */
final class FileEntryContent implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
        return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return ((FileEntry) parent).children().toArray();
    }

    @Override
    public Object getParent(Object element) {
        return FileEntry.of(((FileEntry) element).path().getParent());
    }

    @Override
    public boolean hasChildren(Object element) {
        return ((FileEntry) element).kind() == FileKind.FOLDER;
    }
}
