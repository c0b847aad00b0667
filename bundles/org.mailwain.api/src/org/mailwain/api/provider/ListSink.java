package org.mailwain.api.provider;

import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ListedItem;

/** Takes listings, folder after folder: begin, pages, then end or failed. Called on the session's thread. */
public interface ListSink {
    /** @param status as it was before the first item was listed */
    void begin(ListRequest request, FolderStatus status) throws FailureException;

    void page(FolderPath folder, List<ListedItem> items) throws FailureException;

    void end(FolderPath folder) throws FailureException;

    /** This folder cannot be listed (any more); others go on. */
    void failed(FolderPath folder, Failure failure) throws FailureException;
}
