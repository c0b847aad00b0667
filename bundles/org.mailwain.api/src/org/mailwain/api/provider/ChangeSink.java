package org.mailwain.api.provider;

import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;

/** Takes what changed in a folder. Called on the session's thread. */
public interface ChangeSink {
    /** Items that are new or whose flags may have changed, with their flags of now. */
    void changed(List<ListedItem> items) throws FailureException;

    /** Items that left the folder. */
    void vanished(List<ItemId> ids) throws FailureException;

    /**
     * The session cannot name what vanished: what stands there now is exactly what the ids name, page by page. Called
     * instead of {@link #vanished}; {@code last} marks the final page.
     */
    void standing(List<ItemId> ids, boolean last) throws FailureException;
}
