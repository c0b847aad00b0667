package org.mailwain.ledger.internal;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.ledger.Drawn;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.LeftOut;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.TargetFolder;

/** One mailbox, held or only read. */
final class OpenMailbox implements MailboxLedger {
    private static final String FOLDERS = "SELECT " + Pair.COLUMNS + ", pair.source, f.path FROM pair"
            + " JOIN target_folder f ON f.id = pair.target_folder WHERE pair.mailbox = ? ORDER BY pair.id";
    /** Bits for the intents of one fence. */
    private static final int INTENT_BITS = 32;

    private record Names(FolderPath source, FolderPath target) {}

    private final Core core;
    private final MailboxKey key;
    private final Mailboxes.Numbers numbers;
    private final long fence;
    private final AtomicLong intents = new AtomicLong();
    private final Map<Names, OpenFolder> folders = new ConcurrentHashMap<>();
    private final Pending pending = new Pending();

    OpenMailbox(Core core, MailboxKey key, Mailboxes.Numbers numbers, long fence) {
        this.core = core;
        this.key = key;
        this.numbers = numbers;
        this.fence = fence;
    }

    @Override
    public MailboxKey key() {
        return key;
    }

    @Override
    public long fence() {
        return fence;
    }

    Mailboxes.Numbers numbers() {
        return numbers;
    }

    <T> CompletableFuture<T> hand(Write<T> write) {
        if (fence == 0) {
            return core.writer().refuse(write);
        }
        return pending.watch(core.writer().hand(write));
    }

    @Override
    public List<FolderLedger> folders() throws FailureException {
        boolean alone = core.writer().holding();
        long before = core.records().commits();
        return core.readers().read(session -> {
            List<FolderLedger> all = new ArrayList<>();
            try (ResultSet row = session.query(FOLDERS, numbers.mailbox())) {
                while (row.next()) {
                    Pair pair = Pair.of(row);
                    OpenFolder folder = known(new Names(
                            Paths.decode(row.getString(Pair.BEHIND)), Paths.decode(row.getString(Pair.BEHIND + 1))));
                    folder.is(pair.id);
                    if (alone) {
                        core.records().learn(pair.id, pair.record(), before);
                    }
                    all.add(folder);
                }
            }
            return all;
        });
    }

    @Override
    public FolderLedger folder(FolderPath source, FolderPath target) {
        return known(new Names(source, target));
    }

    private OpenFolder known(Names names) {
        return folders.computeIfAbsent(names, n -> new OpenFolder(core, this, n.source(), n.target()));
    }

    @Override
    public List<TargetFolder> targets() throws FailureException {
        return core.readers().read(session -> Targets.folders(session, numbers.target()));
    }

    @Override
    public Optional<TargetFolder> target(FolderPath target) throws FailureException {
        return core.readers()
                .read(session -> Targets.folders(session, numbers.target(), target).stream()
                        .findFirst());
    }

    @Override
    public long nextIntent() {
        if (fence == 0) {
            throw new IllegalStateException("the mailbox was not taken for writing");
        }
        return fence << INTENT_BITS | intents.incrementAndGet();
    }

    @Override
    public List<Intent> openIntents() throws FailureException {
        return core.readers().read(session -> Intents.open(session, numbers.target()));
    }

    @Override
    public List<Intent> ownIntents() throws FailureException {
        return core.readers().read(session -> Intents.own(session, numbers));
    }

    @Override
    public Map<Fingerprint, List<ItemEntry>> withFingerprints(FolderPath target, Collection<Fingerprint> fingerprints)
            throws FailureException {
        return core.readers().read(session -> {
            Map<Fingerprint, List<ItemEntry>> found = new HashMap<>();
            long folder = Targets.folder(session, numbers.target(), Paths.encode(target));
            for (long pair : Pair.into(session, folder)) {
                for (ItemEntry entry : Fingerprints.find(session, pair, fingerprints)) {
                    found.computeIfAbsent(entry.fingerprint(), f -> new ArrayList<>())
                            .add(entry);
                }
            }
            return found;
        });
    }

    @Override
    public List<LeftOut> leftOut() throws FailureException {
        return core.readers().read(session -> LeftOuts.all(session, numbers.mailbox()));
    }

    @Override
    public CompletableFuture<Void> leaveOut(List<LeftOut> left) {
        return hand(LeftOuts.put(this, List.copyOf(left)));
    }

    @Override
    public List<Drawn> drawn(Instant since) throws FailureException {
        return core.readers().read(session -> Draws.since(session, key, since));
    }

    @Override
    public CompletableFuture<Void> draw(Instant now, long bytes) {
        return hand(Draws.add(this, now, bytes));
    }

    @Override
    public void flush() throws FailureException {
        pending.flush(core.writer());
    }

    @Override
    public void close() {
        try {
            pending.flush(core.writer());
        } catch (FailureException e) {
            // Each future told it already.
        }
    }
}
