package org.mailwain.api.provider;

import java.util.List;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ListedItem;

/** Asks for some items of one folder; the caller bounds their number and bytes. */
public record FetchRequest(FolderPath folder, List<ListedItem> items, Part part) {
    public enum Part {
        /** The whole message. */
        FULL,
        /** The header alone, at most {@link org.mailwain.api.mail.HeaderIdentity#MAX_HEADER} bytes. */
        HEADER
    }

    public FetchRequest {
        items = List.copyOf(items);
    }
}
