package org.mailwain.engine.internal.pass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;

/**
 * Items of one folder that wait to be copied, in their order, packed into about twenty bytes each. Filled, then read by
 * one thread; may be gone through several times.
 */
public final class WorkList {
    private static final int DOUBTFUL = 0x80;
    private static final int SHARED = 0x40;
    private static final int MOST_ATTEMPTS = SHARED - 1;
    private static final long NO_DATE = Long.MIN_VALUE;

    private final List<Flags> flags = new ArrayList<>();
    private final Map<Flags, Integer> flagNumbers = new HashMap<>();
    private byte[] bytes = new byte[256];
    private int length;
    private int count;
    private long size;

    /**
     * One that waits.
     *
     * @param attempts appends tried in earlier passes
     * @param doubtful whether a message that looks the same stands on the target
     * @param shared whether the source has the item in other folders too, under the same id; which ones is not kept
     */
    public record Entry(ListedItem item, int attempts, boolean doubtful, boolean shared) {}

    public void add(ListedItem item, int attempts, boolean doubtful) {
        add(item, attempts, doubtful, !item.placements().isEmpty());
    }

    /** One of another list. */
    public void add(Entry entry, boolean doubtful) {
        add(entry.item(), entry.attempts(), doubtful, entry.shared());
    }

    private void add(ListedItem item, int attempts, boolean doubtful, boolean shared) {
        byte[] id = item.id().bytes();
        ensure(id.length + 40);
        bytes[length++] =
                (byte) (Math.min(attempts, MOST_ATTEMPTS) | (doubtful ? DOUBTFUL : 0) | (shared ? SHARED : 0));
        number(id.length);
        System.arraycopy(id, 0, bytes, length, id.length);
        length += id.length;
        number(item.size() + 1);
        number(number(item.flags()));
        fixed(item.received() == null ? NO_DATE : item.received().toEpochMilli());
        count++;
        size += Math.max(0, item.size());
    }

    private int number(Flags value) {
        return flagNumbers.computeIfAbsent(value, f -> {
            flags.add(f);
            return flags.size() - 1;
        });
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, bytes.length + Math.max(more, bytes.length / 2));
        }
    }

    private void number(long value) {
        long rest = value;
        while (rest > 0x7F || rest < 0) {
            bytes[length++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    public int count() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Bytes of all items together, by the source's word. */
    public long size() {
        return size;
    }

    public Reader reader() {
        return new Reader();
    }

    /** Goes through the list once. */
    public final class Reader {
        private int at;

        private Reader() {}

        public boolean hasNext() {
            return at < length;
        }

        public Entry next() {
            int head = bytes[at++] & 0xFF;
            int idLength = (int) number();
            ItemId id = ItemId.of(Arrays.copyOfRange(bytes, at, at + idLength));
            at += idLength;
            long itemSize = number() - 1;
            Flags itemFlags = flags.get((int) number());
            long millis = fixed();
            Instant received = millis == NO_DATE ? null : Instant.ofEpochMilli(millis);
            return new Entry(
                    new ListedItem(id, itemSize, received, itemFlags),
                    head & MOST_ATTEMPTS,
                    (head & DOUBTFUL) != 0,
                    (head & SHARED) != 0);
        }

        private long number() {
            long value = 0;
            int shift = 0;
            while (bytes[at] < 0) {
                value |= (bytes[at++] & 0x7FL) << shift;
                shift += 7;
            }
            return value | (long) bytes[at++] << shift;
        }

        private long fixed() {
            long value = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                value = value << 8 | bytes[at++] & 0xFF;
            }
            return value;
        }
    }
}
