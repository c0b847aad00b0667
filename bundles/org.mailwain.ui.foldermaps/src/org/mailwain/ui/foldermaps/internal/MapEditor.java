package org.mailwain.ui.foldermaps.internal;

import org.eclipse.ui.PartInitException;
import org.mailwain.project.FolderMapFile;
import org.mailwain.ui.editors.YamlEditor;

/** A folder map: both trees of a mailbox side by side with lines between, over the text of the map. */
public final class MapEditor extends YamlEditor {
    @Override
    protected void addFormPages() throws PartInitException {
        addPage(new MapPage(this));
        setPartName(map());
    }

    /** The map's name: that of its file. */
    String map() {
        return file().substring(0, file().length() - FolderMapFile.SUFFIX.length());
    }
}
