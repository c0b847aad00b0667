package org.mailwain.mail.internal.pop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;

/**
 * The messages of a session, by their numbers.
 *
 * <p>An id is the UIDL and, from the second message of the same UIDL on, a blank and its ordinal; a UIDL holds no blank
 * (RFC 1939 section 7). Numbers move up when messages are removed, so no position lasts: the mark is always 1.
 */
final class PopDrop {
    private static final int HASH = 16;

    private final Epoch epoch;
    private final long[] sizes;
    private final List<ItemId> ids;
    private final Map<ItemId, Integer> numbers;
    private final long bytes;

    /** @param names one for each message, where equal ones may stand for equal messages */
    PopDrop(Epoch epoch, List<String> names, long[] sizes) {
        this.epoch = epoch;
        this.sizes = sizes;
        this.bytes = Arrays.stream(sizes).filter(size -> size > 0).sum();
        this.ids = new ArrayList<>(names.size());
        this.numbers = HashMap.newHashMap(names.size());
        Map<String, Integer> seen = HashMap.newHashMap(names.size());
        for (String name : names) {
            int ordinal = seen.merge(name, 1, Integer::sum);
            ItemId id = ItemId.of((ordinal == 1 ? name : name + " " + ordinal).getBytes(StandardCharsets.ISO_8859_1));
            ids.add(id);
            numbers.put(id, ids.size());
        }
    }

    int count() {
        return ids.size();
    }

    /** @param number from 1 */
    ItemId id(int number) {
        return ids.get(number - 1);
    }

    /** Bytes by the server's word, -1 unknown. */
    long size(int number) {
        return sizes[number - 1];
    }

    /** Zero where there is no such message. */
    int number(ItemId id) {
        return numbers.getOrDefault(id, 0);
    }

    List<ItemId> ids() {
        return ids;
    }

    FolderStatus status() {
        return new FolderStatus(epoch, 1, ids.size(), bytes, state());
    }

    FolderState state() {
        return new FolderState(epoch.value() + " " + ids.size() + " " + hash(ids.size()));
    }

    /** Whether a state is of the same epoch. */
    boolean isOf(FolderState state) {
        return state.value().startsWith(epoch.value() + " ");
    }

    /** How many messages stood there at a state from which on messages only came; -1 where that cannot be said. */
    int grownSince(FolderState before) {
        String[] words = before.value().split(" ");
        if (words.length != 3 || !isOf(before) || !words[1].matches("\\d{1,9}")) {
            return -1;
        }
        int then = Integer.parseInt(words[1]);
        return then <= ids.size() && hash(then).equals(words[2]) ? then : -1;
    }

    /** Only the session that made the later state knows whether what stood there stands there still. */
    Growth compare(FolderState before, FolderState now) {
        if (before.value().isEmpty() || now.value().isEmpty()) {
            return Growth.LIST_AGAIN;
        }
        if (before.equals(now)) {
            return Growth.SAME;
        }
        return now.equals(state()) && grownSince(before) >= 0 ? Growth.GROWN : Growth.LIST_AGAIN;
    }

    private String hash(int first) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ItemId id : ids.subList(0, first)) {
                digest.update(id.bytes());
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest(), 0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
