package org.mailwain.api.provider;

import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.ListedItem;

/** Takes fetched items; each of a request ends in exactly one call that names it. Called on the session's thread. */
public interface FetchSink {
    /**
     * @param item with flags and date as they are now
     * @param body the sink closes it
     */
    void item(FetchRequest request, ListedItem item, Body body) throws FailureException;

    /** Gone from the folder since it was listed. */
    void vanished(FetchRequest request, List<ListedItem> items) throws FailureException;

    /** Could not be read; the failure's scope says whether this concerns the items or the whole folder. */
    void failed(FetchRequest request, List<ListedItem> items, Failure failure) throws FailureException;
}
