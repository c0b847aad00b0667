package org.mailwain.ui.internal.explorer;

import java.nio.file.Path;
import org.eclipse.core.runtime.IAdapterFactory;
import org.mailwain.presenters.explorer.ExplorerItem;
import org.mailwain.presenters.explorer.ExplorerItem.FileItem;

/** What is selected in the explorer, as the path that it stands for. */
public final class ItemAdapters implements IAdapterFactory {
    @Override
    public <T> T getAdapter(Object item, Class<T> type) {
        if (type != Path.class) {
            return null;
        }
        return type.cast(
                item instanceof FileItem file
                        ? file.file().path()
                        : ((ExplorerItem) item).project().folder());
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {Path.class};
    }
}
