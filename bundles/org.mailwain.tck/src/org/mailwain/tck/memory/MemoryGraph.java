package org.mailwain.tck.memory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.NameRules;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.Traits;
import org.mailwain.api.provider.Traits.Fidelity;

/**
 * A mailbox for writing behind an interface like Microsoft Graph's: long string ids, one message to a request, four
 * requests under way, pages of ten, no UIDs (a position is the millisecond of creation, and several messages may share
 * it), our keys kept, messages rewritten and sizes estimated, folder names without regard to case, and throttling as
 * the refusal of a request. Each item passes APPEND and ANSWER by itself. Thread-safe.
 */
public final class MemoryGraph {
    static final int PAGE = 10;

    private static final Traits TRAITS = new Traits(
            Fidelity.LOOSE,
            Fidelity.LOOSE,
            false,
            1,
            4,
            true,
            true,
            false,
            true,
            true,
            35_000_000,
            new NameRules("", 255, 300, true, true, Set.of(), Set.of()));

    private final MemoryOptions options;
    private final Faults faults = new Faults();
    private final SortedMap<String, GraphFolder> folders = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private long lastId;

    /** A request that arrived and is carried out later. */
    private record Late(
            Instant due, FolderPath folder, Content content, Flags flags, Instant received, AppendKey key) {}

    /** Not merging, by the machine's clock. */
    public MemoryGraph() {
        this(MemoryOptions.IMAP);
    }

    /** @param options for merging, item limit, time limit and clock; the other traits are Graph's */
    public MemoryGraph(MemoryOptions options) {
        long limit = options.traits().itemLimit();
        MemoryOptions graph =
                options.with(traits -> TRAITS).merging(options.traits().dedupes());
        this.options = limit < 0 ? graph : graph.itemLimit(limit);
        create(FolderPath.INBOX, Optional.of(SpecialUse.INBOX));
    }

    public MemoryOptions options() {
        return options;
    }

    public Faults faults() {
        return faults;
    }

    /** Signs in. @throws FailureException as the script says */
    public MailboxWriter open(SessionContext context) throws FailureException {
        Line line = new Line(faults, context, options.clock(), options.timeout(), false);
        synchronized (this) {
            lines.removeIf(Line::ended);
            lines.add(line);
        }
        line.pass(Faults.Point.OPEN);
        return new GraphSession(this, new GraphStore(this), line, context.bodies());
    }

    /** Makes a folder that is not there yet, parents included. @return whether it was made */
    public synchronized boolean create(FolderPath path, Optional<SpecialUse> use) {
        if (path.parent() != null) {
            create(path.parent(), Optional.empty());
        }
        return folders.putIfAbsent(path.caseless(), new GraphFolder(path, newId("folder"), use)) == null;
    }

    /** Somebody else puts a message there. */
    public synchronized MemoryMessage deliver(FolderPath path, Content content, Flags flags, Instant received) {
        return add(folders.get(path.caseless()), content, flags, received, Optional.empty());
    }

    public synchronized void setFlags(FolderPath path, ItemId id, Flags flags) {
        GraphFolder folder = folders.get(path.caseless());
        folder.find(id).ifPresent(m -> folder.replace(m.with(flags, folder.touch())));
    }

    public synchronized void delete(FolderPath path, ItemId id) {
        folders.get(path.caseless()).remove(id);
    }

    /** The folder was removed and made again: another id. */
    public synchronized void renewEpoch(FolderPath path) {
        folders.get(path.caseless()).renew(newId("folder"));
    }

    /** Every session of now loses its connection. */
    public synchronized void cut() {
        lines.forEach(Line::cut);
    }

    /** Every session of now gets no answer any more, and keeps its connection. */
    public synchronized void hang() {
        lines.forEach(Line::hang);
    }

    public synchronized List<Folder> folders() {
        land();
        return folders.values().stream().map(f -> f.listed(now())).toList();
    }

    /** What stands in a folder, in the order of creation; nothing where there is no such folder. */
    public synchronized List<MemoryMessage> messages(FolderPath path) {
        GraphFolder folder = folder(path);
        return folder == null ? List.of() : List.copyOf(folder.messages());
    }

    /** Requests that arrived at a cut and were not carried out yet. */
    public synchronized int landing() {
        land();
        return late.size();
    }

    synchronized GraphFolder folder(FolderPath path) {
        land();
        return folders.get(path.caseless());
    }

    long now() {
        return options.clock().millis();
    }

    synchronized MemoryMessage add(
            GraphFolder folder, Content content, Flags flags, Instant received, Optional<AppendKey> key) {
        MemoryMessage message = new MemoryMessage(
                ItemId.of(newId("message")),
                Math.max(now(), folder.lastPosition()),
                folder.touch(),
                flags,
                received != null ? received : options.clock().instant(),
                content,
                key);
        folder.add(message);
        return message;
    }

    synchronized void landLater(
            Duration delay, FolderPath folder, Content content, Flags flags, Instant received, AppendKey key) {
        late.add(new Late(options.clock().instant().plus(delay), folder, content, flags, received, key));
    }

    private void land() {
        Instant now = options.clock().instant();
        while (!late.isEmpty() && !late.getFirst().due().isAfter(now)) {
            Late due = late.removeFirst();
            GraphFolder folder = folders.get(due.folder().caseless());
            if (folder != null) {
                add(folder, due.content(), due.flags(), due.received(), Optional.of(due.key()));
            }
        }
    }

    /** As long as immutable ids are, and told apart by case alone here and there. */
    private String newId(String what) {
        String text = "mailwain-immutable-%s-%016d-%s".formatted(what, ++lastId, "0123456789abcdef".repeat(4));
        return "AAkALg"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
