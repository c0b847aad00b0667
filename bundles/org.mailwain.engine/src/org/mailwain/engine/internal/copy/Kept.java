package org.mailwain.engine.internal.copy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.mail.ItemId;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.body.Bodies;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;

/**
 * Messages that go into several folders (labels): read once, and kept in the spool until the last of these folders has
 * had its turn. On a disk with little room they are read again instead. Used by one reader.
 */
final class Kept implements AutoCloseable {
    private static final long LEAVE_FREE = 1L << 30;

    private final Bodies bodies;
    private final long[] keys;
    private final Map<ItemId, Copy> copies = new HashMap<>();
    private final Set<ItemId> coming = new HashSet<>();

    /** @param left folders that have not had their turn */
    private record Copy(Path file, long size, int left) {}

    /** @param keys of the items of all folders that stand in several, in rising order, each as often as it is wanted */
    private Kept(Bodies bodies, long[] keys) {
        this.bodies = bodies;
        this.keys = keys;
    }

    static Kept of(List<Pair> pairs, Bodies bodies) {
        long[] keys = new long[64];
        int count = 0;
        for (Pair pair : pairs) {
            WorkList.Reader items = pair.work().reader();
            while (items.hasNext()) {
                WorkList.Entry entry = items.next();
                if (entry.shared()) {
                    keys = count < keys.length ? keys : Arrays.copyOf(keys, count * 2);
                    keys[count++] = key(entry.item().id());
                }
            }
        }
        long[] sorted = Arrays.copyOf(keys, count);
        Arrays.sort(sorted);
        return new Kept(bodies, sorted);
    }

    /** Two items of one key are kept a little too long, and not taken for each other. */
    private static long key(ItemId id) {
        long key = 1125899906842597L;
        for (byte b : id.bytes()) {
            key = 31 * key + b;
        }
        return key;
    }

    /** Whether any message goes into more than one folder. */
    boolean isNeeded() {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i] == keys[i - 1]) {
                return true;
            }
        }
        return false;
    }

    private int wanted(ItemId id) {
        long key = key(id);
        int at = Arrays.binarySearch(keys, key);
        if (at < 0) {
            return 0;
        }
        int from = at;
        while (from > 0 && keys[from - 1] == key) {
            from--;
        }
        int to = at;
        while (to < keys.length && keys[to] == key) {
            to++;
        }
        return to - from;
    }

    /** These are asked for. */
    void ask(Collection<WorkList.Entry> entries) {
        entries.stream()
                .filter(WorkList.Entry::shared)
                .forEach(entry -> coming.add(entry.item().id()));
    }

    /** Nothing is under way any more. */
    void askedForNothing() {
        coming.clear();
    }

    /** Whether it is here, or was asked for and may come yet: it need not be asked for now. */
    boolean comes(WorkList.Entry entry) {
        return has(entry) || entry.shared() && coming.contains(entry.item().id());
    }

    boolean has(WorkList.Entry entry) {
        return entry.shared() && copies.containsKey(entry.item().id());
    }

    /** A message that was read for one folder, for the others that want it. */
    void keep(WorkList.Entry entry, Body body) throws FailureException {
        ItemId id = entry.item().id();
        int others = entry.shared() && !copies.containsKey(id) ? wanted(id) - 1 : 0;
        if (others <= 0) {
            return;
        }
        try {
            if (bodies.free() - body.size() < LEAVE_FREE) {
                return;
            }
            Path file = bodies.file();
            try (OutputStream out = Files.newOutputStream(file)) {
                body.writeTo(out);
            } catch (IOException e) {
                Bodies.remove(file);
                throw e;
            }
            copies.put(id, new Copy(file, body.size(), others));
        } catch (IOException e) {
            throw spool(e);
        }
    }

    /** The message again; {@link #has} said that it is there. */
    Body take(ItemId id, BodyStore store) throws FailureException {
        Copy copy = copies.get(id);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(copy.file()))) {
            Body body = store.receive(in, copy.size());
            if (copy.left() == 1) {
                copies.remove(id);
                Files.delete(copy.file());
            } else {
                copies.put(id, new Copy(copy.file(), copy.size(), copy.left() - 1));
            }
            return body;
        } catch (IOException e) {
            throw spool(e);
        }
    }

    private static FailureException spool(IOException e) {
        return new FailureException(EngineFailure.SPOOL.with("", e.getMessage()), e);
    }

    @Override
    public void close() {
        for (Copy copy : copies.values()) {
            Bodies.remove(copy.file());
        }
        copies.clear();
    }
}
