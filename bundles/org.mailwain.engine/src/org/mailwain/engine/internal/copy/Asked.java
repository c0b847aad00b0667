package org.mailwain.engine.internal.copy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;

/** A request and what is still to come of it. @param alone nothing else is under way beside it */
record Asked(Pair pair, FetchRequest request, Map<ItemId, WorkList.Entry> open, boolean alone) {
    static Asked of(Pair pair, List<WorkList.Entry> entries, boolean alone) {
        Map<ItemId, WorkList.Entry> open = new LinkedHashMap<>();
        entries.forEach(entry -> open.put(entry.item().id(), entry));
        List<ListedItem> items = entries.stream().map(WorkList.Entry::item).toList();
        return new Asked(pair, new FetchRequest(pair.path(), items, FetchRequest.Part.FULL), open, alone);
    }

    long bytes() {
        return request.items().stream()
                .mapToLong(item -> Math.max(0, item.size()))
                .sum();
    }
}
