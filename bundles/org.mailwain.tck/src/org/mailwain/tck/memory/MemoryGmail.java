package org.mailwain.tck.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.NameRules;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.Traits;
import org.mailwain.api.provider.Traits.Fidelity;

/**
 * A mailbox for reading in which folders are labels, as Gmail shows them by IMAP: each message has a 64-bit id that is
 * the same in all folders, stands in 'All Mail' unless it is spam or trash, and under every label besides; starred is a
 * flag and a folder. Names of the special folders are localised. Thread-safe.
 */
public final class MemoryGmail {
    /** Names below {@code [Gmail]} in English. */
    public static final Map<SpecialUse, String> ENGLISH = Map.of(
            SpecialUse.ALL, "All Mail",
            SpecialUse.DRAFTS, "Drafts",
            SpecialUse.SENT, "Sent Mail",
            SpecialUse.JUNK, "Spam",
            SpecialUse.FLAGGED, "Starred",
            SpecialUse.IMPORTANT, "Important",
            SpecialUse.TRASH, "Trash");

    /** Names below {@code [Gmail]} in German. */
    public static final Map<SpecialUse, String> GERMAN = Map.of(
            SpecialUse.ALL, "Alle Nachrichten",
            SpecialUse.DRAFTS, "Entwürfe",
            SpecialUse.SENT, "Gesendet",
            SpecialUse.JUNK, "Spam",
            SpecialUse.FLAGGED, "Markiert",
            SpecialUse.IMPORTANT, "Wichtig",
            SpecialUse.TRASH, "Papierkorb");

    static final FolderPath PARENT = FolderPath.of("[Gmail]");

    private static final Traits TRAITS = new Traits(
            Fidelity.EXACT,
            Fidelity.EXACT,
            true,
            1,
            6,
            true,
            true,
            false,
            true,
            false,
            35_651_584,
            NameRules.delimitedBy("/"));

    private final MemoryOptions options;
    private final Map<SpecialUse, String> names;
    private final Faults faults = new Faults();
    private final SortedMap<FolderPath, GmailFolder> folders = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private long validity = 600;
    private long lastId = 1_700_000_000_000_000_000L;
    private long modified = 1;

    /** In English. */
    public MemoryGmail() {
        this(ENGLISH, MemoryOptions.IMAP);
    }

    /** @param options for time limit and clock; the traits are Gmail's */
    public MemoryGmail(Map<SpecialUse, String> names, MemoryOptions options) {
        this.options = options.with(traits -> TRAITS);
        this.names = Map.copyOf(names);
        folders.put(FolderPath.INBOX, new GmailFolder(++validity, Set.of(SpecialUse.INBOX)));
        names.forEach((use, name) -> folders.put(special(use), new GmailFolder(++validity, Set.of(use))));
    }

    public Faults faults() {
        return faults;
    }

    /** Where a special folder is. */
    public FolderPath special(SpecialUse use) {
        return PARENT.child(names.get(use));
    }

    /** Signs in. @throws FailureException as the script says */
    public MailboxReader open(SessionContext context) throws FailureException {
        Line line = new Line(faults, context, options.clock(), options.timeout());
        synchronized (this) {
            lines.removeIf(Line::ended);
            lines.add(line);
        }
        line.pass(Faults.Point.OPEN);
        return new MemoryReader(new GmailStore(this), line, context.bodies(), options.traits(), ListRequest.MAX_PAGE);
    }

    /** Makes a label, with those above it that are missing. */
    public synchronized void create(FolderPath label) {
        if (label.parent() != null && !label.parent().equals(PARENT)) {
            create(label.parent());
        }
        folders.computeIfAbsent(label, l -> new GmailFolder(++validity, Set.of()));
    }

    /** The user has unticked 'Show in IMAP' for a folder; its messages stay where else they are. */
    public synchronized void hide(FolderPath folder) {
        folders.remove(folder);
    }

    /** A new message under this label. @return its id, the same in all folders */
    public synchronized ItemId deliver(FolderPath label, Content content, Flags flags, Instant received) {
        lastId += 65_537;
        GmailMessage message = new GmailMessage(ItemId.ofNumber(lastId), content, received, flags, ++modified);
        GmailFolder folder = folders.get(label);
        folder.add(message, modified);
        if (!folder.is(SpecialUse.JUNK) && !folder.is(SpecialUse.TRASH)) {
            with(SpecialUse.ALL).ifPresent(all -> all.add(message, modified));
        }
        starred(message);
        return message.id();
    }

    /** Puts a label on a message, wherever it stands. */
    public synchronized void label(ItemId id, FolderPath label) {
        find(id).ifPresent(message -> {
            message.touched(++modified);
            folders.get(label).add(message, modified);
            touched(message);
        });
    }

    /** Puts a label on a message, of which the states of the folders where it stands already show nothing. */
    public synchronized void labelQuietly(ItemId id, FolderPath label) {
        find(id).ifPresent(message -> folders.get(label).add(message, ++modified));
    }

    /** Takes a label off; the message stays under the others. */
    public synchronized void unlabel(ItemId id, FolderPath label) {
        find(id).ifPresent(message -> {
            folders.get(label).remove(message);
            message.touched(++modified);
            touched(message);
        });
    }

    public synchronized void setFlags(ItemId id, Flags flags) {
        find(id).ifPresent(message -> {
            message.flags(flags, ++modified);
            starred(message);
            touched(message);
        });
    }

    /** Gives a folder another UIDVALIDITY; the ids of its messages stay. */
    public synchronized void renewEpoch(FolderPath folder) {
        folders.get(folder).renew(++validity);
    }

    /** Every session of now loses its connection. */
    public synchronized void cut() {
        lines.forEach(Line::cut);
    }

    /** Every session of now gets no answer any more, and keeps its connection. */
    public synchronized void hang() {
        lines.forEach(Line::hang);
    }

    /** All folders, in the order of their paths. */
    public synchronized List<Folder> folders() {
        List<Folder> all = new ArrayList<>();
        all.add(new Folder(PARENT, Set.of(), false, true, null));
        folders.forEach((path, folder) -> all.add(folder.listed(path)));
        return all;
    }

    /** What stands in a folder, in the order of its UIDs. */
    public synchronized List<MemoryMessage> messages(FolderPath folder) {
        return folders.get(folder).from(1);
    }

    synchronized GmailFolder folder(FolderPath path) {
        return folders.get(path);
    }

    /** Folders besides the one named in which a message stands. */
    synchronized List<FolderPath> placements(FolderPath besides, ItemId id) {
        return folders.entrySet().stream()
                .filter(e -> !e.getKey().equals(besides))
                .filter(e -> e.getValue().find(id).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void starred(GmailMessage message) {
        boolean has = message.flags().has(SystemFlag.FLAGGED);
        with(SpecialUse.FLAGGED).filter(f -> f.holds(message) != has).ifPresent(f -> {
            if (has) {
                f.add(message, modified);
            } else {
                f.remove(message);
                f.touched(modified);
            }
        });
    }

    private void touched(GmailMessage message) {
        folders.values().stream().filter(f -> f.holds(message)).forEach(f -> f.touched(modified));
    }

    private Optional<GmailFolder> with(SpecialUse use) {
        return folders.values().stream().filter(f -> f.is(use)).findFirst();
    }

    private Optional<GmailMessage> find(ItemId id) {
        return folders.values().stream().flatMap(f -> f.find(id).stream()).findFirst();
    }
}
