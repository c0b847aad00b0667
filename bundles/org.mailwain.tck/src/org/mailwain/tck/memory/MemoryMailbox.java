package org.mailwain.tck.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.SessionContext;

/**
 * A mailbox with folders, UIDs and flags as an IMAP server keeps them, for reading and writing. Its sessions follow the
 * script of {@link #faults()}; the methods here are the hands of others: a delivery, a person at another client.
 * Thread-safe. Moments come from the clock of its options.
 */
public final class MemoryMailbox {
    private final MemoryOptions options;
    private final Faults faults = new Faults();
    private final SortedMap<FolderPath, MemoryFolder> folders = new TreeMap<>();
    private final List<Late> late = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private long validity = 1_000;

    /** What was in flight when a connection was cut. */
    private record Late(
            Instant due, FolderPath folder, Content content, Flags flags, Instant received, Optional<AppendKey> key) {}

    /** An IMAP server with all extensions, holding an empty INBOX. */
    public MemoryMailbox() {
        this(MemoryOptions.IMAP);
    }

    public MemoryMailbox(MemoryOptions options) {
        this.options = options;
        create(FolderPath.INBOX, SpecialUse.INBOX);
    }

    public MemoryOptions options() {
        return options;
    }

    public Faults faults() {
        return faults;
    }

    /** Signs in. @throws FailureException as the script says */
    public MailboxWriter open(SessionContext context) throws FailureException {
        Line line = new Line(faults, context, options.clock(), options.timeout());
        synchronized (this) {
            lines.removeIf(Line::ended);
            lines.add(line);
        }
        line.pass(Faults.Point.OPEN);
        return new MemorySession(this, line, context.bodies());
    }

    /** Makes a folder that is not there yet, with the parents that are missing. */
    public synchronized void create(FolderPath path, SpecialUse... uses) {
        if (path.parent() != null) {
            create(path.parent());
        }
        folders.computeIfAbsent(path, p -> new MemoryFolder(++validity, true, Set.of(uses), true));
    }

    /** Makes a parent that cannot hold messages. */
    public synchronized void createParent(FolderPath path) {
        folders.computeIfAbsent(path, p -> new MemoryFolder(++validity, false, Set.of(), true));
    }

    /** Removes a folder with what stands in it; what is below it stays. */
    public synchronized void delete(FolderPath path) {
        folders.remove(path);
    }

    public synchronized void rename(FolderPath from, FolderPath to) {
        folders.put(to, folders.remove(from));
    }

    /** Gives the folder a new epoch: other UIDVALIDITY, UIDs from 1. */
    public synchronized void renewEpoch(FolderPath path) {
        existing(path).renew(++validity);
    }

    /** Every session of now loses its connection. */
    public synchronized void cut() {
        lines.forEach(Line::cut);
    }

    /** Every session of now gets no answer any more, and keeps its connection. */
    public synchronized void hang() {
        lines.forEach(Line::hang);
    }

    /** Someone delivers; the folder is made where it is missing. */
    public MemoryMessage deliver(FolderPath path, byte[] message) {
        return deliver(path, Content.of(message), Flags.NONE, options.clock().instant());
    }

    public synchronized MemoryMessage deliver(FolderPath path, Content content, Flags flags, Instant received) {
        create(path);
        return existing(path).add(content, flags, received, Optional.empty());
    }

    /** Puts generated messages there, cheap in memory however large they are. */
    public synchronized void fill(FolderPath path, long seed, int count, int size) {
        create(path);
        MemoryFolder folder = existing(path);
        for (int i = 0; i < count; i++) {
            Content.Generated content = (Content.Generated) Content.generated(seed, i, size);
            folder.add(content, Flags.NONE, content.date(), Optional.empty());
        }
    }

    public synchronized void setFlags(FolderPath path, ItemId id, Flags flags) {
        MemoryFolder folder = existing(path);
        folder.flags(folder.get(id), flags);
    }

    public synchronized void expunge(FolderPath path, ItemId... ids) {
        for (ItemId id : ids) {
            existing(path).remove(id);
        }
    }

    /** All folders, in the order of their paths. */
    public synchronized List<Folder> folders() {
        land();
        return folders.entrySet().stream()
                .map(e -> e.getValue().listed(e.getKey()))
                .toList();
    }

    /** What stands in a folder, in the order of position; nothing where there is no such folder. */
    public synchronized List<MemoryMessage> messages(FolderPath path) {
        land();
        MemoryFolder folder = folders.get(path);
        return folder == null ? List.of() : List.copyOf(folder.messages().values());
    }

    public synchronized FolderStatus status(FolderPath path) {
        land();
        return existing(path).status(options.traits().changes());
    }

    /** Messages that were in flight at a cut and have not landed yet. */
    public synchronized int landing() {
        land();
        return late.size();
    }

    /** The folder, what is due having landed; null where there is none or where it holds no messages. */
    synchronized MemoryFolder folder(FolderPath path) {
        land();
        MemoryFolder folder = folders.get(path);
        return folder == null || !folder.selectable() ? null : folder;
    }

    synchronized boolean has(FolderPath path) {
        return folders.containsKey(path);
    }

    synchronized void landLater(
            Duration delay, FolderPath folder, Content content, Flags flags, Instant received, AppendKey key) {
        late.add(new Late(
                options.clock().instant().plus(delay), folder, content, flags, received, Optional.ofNullable(key)));
    }

    private void land() {
        Instant now = options.clock().instant();
        while (!late.isEmpty() && !late.getFirst().due().isAfter(now)) {
            Late due = late.removeFirst();
            MemoryFolder folder = folders.get(due.folder());
            boolean merged = options.traits().dedupes()
                    && folder != null
                    && folder.equalTo(due.content()).isPresent();
            if (folder != null && !merged) {
                folder.add(due.content(), due.flags(), due.received(), due.key());
            }
        }
    }

    private MemoryFolder existing(FolderPath path) {
        MemoryFolder folder = folders.get(path);
        if (folder == null) {
            throw new IllegalArgumentException("no folder " + path);
        }
        return folder;
    }
}
