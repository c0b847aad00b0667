package org.mailwain.demo.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A folder of an account. Any thread may call; each call is atomic. */
public final class DemoFolder {
    /**
     * A folder at one moment.
     *
     * @param modSeq the highest so far; it also counts what was removed
     * @param messages by UID
     */
    public record Snapshot(long uidValidity, long uidNext, long modSeq, List<DemoMessage> messages) {
        public long unseen() {
            return messages.stream().filter(message -> !message.has("\\Seen")).count();
        }
    }

    private final DemoAccount account;
    private final ReentrantLock lock = new ReentrantLock();
    private final NavigableMap<Long, DemoMessage> messages = new TreeMap<>();
    private volatile String name;
    private volatile String specialUse;
    private volatile boolean readOnly;
    private long uidValidity;
    private long uidNext = 1;
    private long modSeq = 1;

    DemoFolder(DemoAccount account, String name, long uidValidity) {
        this.account = account;
        this.name = name;
        this.uidValidity = uidValidity;
    }

    /** The full name in Unicode, with the server's prefix and delimiter. */
    public String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }

    /** The attribute of RFC 6154 ({@code \Sent}), or null. */
    public String specialUse() {
        return specialUse;
    }

    public DemoFolder specialUse(String attribute) {
        specialUse = attribute;
        return this;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /** Nothing can be appended, changed or expunged over the wire. */
    public DemoFolder readOnly(boolean value) {
        readOnly = value;
        return this;
    }

    public long uidValidity() {
        return locked(() -> uidValidity);
    }

    public long uidNext() {
        return locked(() -> uidNext);
    }

    public long highestModSeq() {
        return locked(() -> modSeq);
    }

    public int count() {
        return locked(messages::size);
    }

    public Snapshot snapshot() {
        return locked(() -> new Snapshot(uidValidity, uidNext, modSeq, List.copyOf(messages.values())));
    }

    /** All messages as they stand now, by UID. */
    public List<DemoMessage> messages() {
        return locked(() -> List.copyOf(messages.values()));
    }

    public Optional<DemoMessage> message(long uid) {
        return Optional.ofNullable(locked(() -> messages.get(uid)));
    }

    public long append(NewMessage message) {
        return append(List.of(message)).getFirst();
    }

    /** Stores all of them or none. @return their UIDs in the same order */
    public List<Long> append(List<NewMessage> added) {
        return locked(() -> added.stream().map(this::store).toList());
    }

    private long store(NewMessage message) {
        if (account.options().isMerging()) {
            for (DemoMessage other : messages.values()) {
                if (Arrays.equals(other.bytes(), message.bytes())) {
                    return other.uid();
                }
            }
        }
        long uid = uidNext++;
        messages.put(uid, stored(uid, message));
        account.grow(message.bytes().length);
        return uid;
    }

    private DemoMessage stored(long uid, NewMessage message) {
        return new DemoMessage(uid, ++modSeq, message.flags(), message.received(), message.bytes(), message.labelled());
    }

    /** Something of a message changed that is not among its flags. */
    public void touch(long uid) {
        locked(() -> messages.computeIfPresent(uid, (key, old) -> old.with(++modSeq, old.flags())));
    }

    /** Changes the flags of a message if it still stands here; nothing happens where they stay equal. */
    public Optional<DemoMessage> flags(long uid, UnaryOperator<Set<String>> change) {
        return Optional.ofNullable(locked(() -> {
            DemoMessage old = messages.get(uid);
            if (old == null) {
                return null;
            }
            Set<String> before = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            before.addAll(old.flags());
            Set<String> after = DemoMessage.flags(change.apply(before));
            if (after.equals(old.flags())) {
                return old;
            }
            DemoMessage changed = old.with(++modSeq, after);
            messages.put(uid, changed);
            return changed;
        }));
    }

    /** Removes messages for good. @return the UIDs that stood here */
    public List<Long> remove(Collection<Long> uids) {
        return locked(() -> {
            List<Long> removed = new ArrayList<>();
            for (Long uid : uids) {
                DemoMessage message = messages.remove(uid);
                if (message != null) {
                    removed.add(uid);
                    account.grow(-message.bytes().length);
                }
            }
            modSeq += removed.isEmpty() ? 0 : 1;
            return removed;
        });
    }

    /** Gives every message a new UID from 1 on and the folder a new UIDVALIDITY, as after a restore. */
    public void renumber() {
        locked(() -> {
            List<DemoMessage> old = new ArrayList<>(messages.values());
            messages.clear();
            uidValidity = account.nextUidValidity();
            uidNext = 1;
            for (DemoMessage message : old) {
                long uid = uidNext++;
                messages.put(
                        uid,
                        new DemoMessage(
                                uid,
                                ++modSeq,
                                message.flags(),
                                message.received(),
                                message.bytes(),
                                message.labelled()));
            }
            return null;
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return name + " (" + count() + ")";
    }
}
