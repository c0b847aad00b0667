package org.mailwain.demo.server;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A mailbox on the server, with its folders. Any thread may call. */
public final class DemoAccount {
    private static final String INBOX = "INBOX";

    private final String user;
    private final byte[] password;
    private final ServerOptions options;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong uidValidities = new AtomicLong(1_700_000_000);
    private final AtomicLong served = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<String> subscribed = ConcurrentHashMap.newKeySet();
    /** Guarded by itself; no I/O under it. */
    private final NavigableMap<String, DemoFolder> folders;

    DemoAccount(String user, byte[] password, ServerOptions options) {
        this.user = user;
        this.password = password;
        this.options = options;
        folders =
                new TreeMap<>(options.isCaseless() ? String.CASE_INSENSITIVE_ORDER : Comparator.<String>naturalOrder());
        folder(INBOX);
        subscribed.add(INBOX);
    }

    public String user() {
        return user;
    }

    boolean accepts(byte[] given) {
        return MessageDigest.isEqual(password, given);
    }

    public ServerOptions options() {
        return options;
    }

    long nextUidValidity() {
        return uidValidities.incrementAndGet();
    }

    /** The folder of that full name, made where it is missing; its parents need not exist. */
    public DemoFolder folder(String name) {
        String known = canonical(name);
        synchronized (folders) {
            return folders.computeIfAbsent(known, key -> new DemoFolder(this, key, nextUidValidity()));
        }
    }

    public Optional<DemoFolder> find(String name) {
        synchronized (folders) {
            return Optional.ofNullable(folders.get(canonical(name)));
        }
    }

    /** All folders by name. */
    public List<DemoFolder> folders() {
        synchronized (folders) {
            return List.copyOf(folders.values());
        }
    }

    public boolean delete(String name) {
        synchronized (folders) {
            DemoFolder folder = folders.remove(canonical(name));
            if (folder != null) {
                grow(-folder.messages().stream()
                        .mapToLong(m -> m.bytes().length)
                        .sum());
            }
            return folder != null;
        }
    }

    /** Renames a folder and what is below it; false where the new name is taken. */
    public boolean rename(String from, String to) {
        synchronized (folders) {
            if (folders.containsKey(canonical(to))) {
                return false;
            }
            List<DemoFolder> moved = new ArrayList<>();
            for (DemoFolder folder : folders.values()) {
                if (folder.name().equals(from) || folder.name().startsWith(from + options.delimiter())) {
                    moved.add(folder);
                }
            }
            for (DemoFolder folder : moved) {
                folders.remove(folder.name());
                folder.rename(to + folder.name().substring(from.length()));
                folders.put(folder.name(), folder);
            }
            return !moved.isEmpty();
        }
    }

    /** Names that the user subscribed to; a name need not exist (RFC 9051 section 6.3.9.8). */
    public Set<String> subscribed() {
        return subscribed;
    }

    /** How many bytes all messages have together. */
    public long bytes() {
        return bytes.get();
    }

    /** Bytes of messages that went out, or are about to. @return whether the server's limit allows so much */
    public boolean serve(long by) {
        return served.addAndGet(by) <= options.maxServed();
    }

    public long served() {
        return served.get();
    }

    /** A new day: what was given out is forgotten. */
    public void forgetServed() {
        served.set(0);
    }

    /** Whether one more may come in; {@link #leave} gives the place back. */
    public boolean enter() {
        if (connections.incrementAndGet() <= options.maxConnections()) {
            return true;
        }
        connections.decrementAndGet();
        return false;
    }

    public void leave() {
        connections.decrementAndGet();
    }

    void grow(long by) {
        bytes.addAndGet(by);
    }

    /** {@code inbox} in any case is {@code INBOX} (RFC 9051 section 5.1), also as the first of several names. */
    public String canonical(String name) {
        if (name.length() < INBOX.length() || !name.regionMatches(true, 0, INBOX, 0, INBOX.length())) {
            return name;
        }
        boolean whole = name.length() == INBOX.length() || name.charAt(INBOX.length()) == options.delimiter();
        return whole ? INBOX + name.substring(INBOX.length()) : name;
    }

    @Override
    public String toString() {
        return user;
    }
}
