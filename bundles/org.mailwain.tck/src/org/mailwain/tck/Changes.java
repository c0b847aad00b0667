package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.ChangeSink;

/** Plays changes onto what was known of a folder. */
final class Changes implements ChangeSink {
    private final Map<ItemId, Flags> known = new LinkedHashMap<>();
    private final List<ItemId> named = new ArrayList<>();
    private final List<ItemId> standing = new ArrayList<>();
    private boolean last;

    Changes(List<ListedItem> before) {
        before.forEach(item -> known.put(item.id(), item.flags()));
    }

    @Override
    public void changed(List<ListedItem> items) {
        items.forEach(item -> {
            named.add(item.id());
            known.put(item.id(), item.flags());
        });
    }

    @Override
    public void vanished(List<ItemId> ids) {
        ids.forEach(known::remove);
    }

    @Override
    public void standing(List<ItemId> ids, boolean lastPage) {
        assertThat(last).as("a page after the last").isFalse();
        standing.addAll(ids);
        last = lastPage;
    }

    /** Items that are new or may have changed. */
    List<ItemId> named() {
        return named;
    }

    /** What must stand there now, with its flags. */
    Map<ItemId, Flags> now() {
        if (!standing.isEmpty() || last) {
            assertThat(last).as("the last page of what stands there").isTrue();
            known.keySet().retainAll(Set.copyOf(standing));
            assertThat(known.keySet()).as("items known").containsAll(standing);
        }
        return known;
    }
}
