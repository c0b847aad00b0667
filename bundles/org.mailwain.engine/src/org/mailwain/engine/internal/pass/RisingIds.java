package org.mailwain.engine.internal.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.FolderLedger;

/** The ids of a whole folder, packed, to be given to the ledger in rising order. Confined to one thread. */
final class RisingIds {
    private static final int PAGE = 10_000;

    private byte[] bytes = new byte[4096];
    private int[] starts = new int[1024];
    private int length;
    private int count;
    private boolean rising = true;

    void add(ItemId id) {
        byte[] more = id.bytes();
        if (bytes.length - length < more.length) {
            bytes = Arrays.copyOf(bytes, bytes.length + Math.max(more.length, bytes.length / 2));
        }
        if (starts.length == count + 1) {
            starts = Arrays.copyOf(starts, starts.length + starts.length / 2);
        }
        if (rising && count > 0) {
            rising = Arrays.compareUnsigned(bytes, starts[count - 1], length, more, 0, more.length) < 0;
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        starts[++count] = length;
    }

    int count() {
        return count;
    }

    private ItemId get(int index) {
        return ItemId.of(Arrays.copyOfRange(bytes, starts[index], starts[index + 1]));
    }

    /** Names everything that stands there; returns how many entries left. */
    long name(FolderLedger ledger) throws FailureException {
        FolderLedger.Standing standing = ledger.standing();
        List<ItemId> sorted = rising ? null : sorted();
        List<ItemId> page = new ArrayList<>(Math.min(PAGE, count));
        for (int i = 0; i < count; i++) {
            page.add(sorted == null ? get(i) : sorted.get(i));
            if (page.size() == PAGE) {
                standing.page(page);
                page = new ArrayList<>(PAGE);
            }
        }
        if (!page.isEmpty()) {
            standing.page(page);
        }
        return standing.end();
    }

    private List<ItemId> sorted() {
        List<ItemId> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(get(i));
        }
        all.sort(null);
        return all;
    }
}
