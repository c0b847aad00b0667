package org.mailwain.api.provider;

import java.util.List;
import org.mailwain.api.mail.FolderPath;

/** Messages for one folder that belong together; at most {@link Traits#perAppend()} where that is above one. */
public record AppendBatch(FolderPath folder, long number, List<AppendItem> items) {
    public AppendBatch {
        items = List.copyOf(items);
    }

    public long bytes() {
        return items.stream().mapToLong(item -> item.body().size()).sum();
    }
}
