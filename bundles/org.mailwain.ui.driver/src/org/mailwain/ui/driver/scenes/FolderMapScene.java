package org.mailwain.ui.driver.scenes;

import org.eclipse.swt.widgets.Control;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** The folder map before folders are read. */
public final class FolderMapScene implements Scene {
    @Override
    public String name() {
        return "folder-map";
    }

    @Override
    public void play(Driver driver) throws Exception {
        driver.workbench().openFile("folders.foldermap.yaml");
        driver.find(Control.class, "map.source");
        driver.picture(name());
    }
}
