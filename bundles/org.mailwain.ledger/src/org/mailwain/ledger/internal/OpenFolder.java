package org.mailwain.ledger.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;

/** One pair of folders. Its row is made by the first write. */
final class OpenFolder implements FolderLedger {
    private static final int PAGE = 10_000;
    private static final int NOTES_PAGE = 2_000;

    private final Core core;
    private final OpenMailbox mailbox;
    private final FolderPath source;
    private final FolderPath target;
    private final String sourceText;
    private final String targetText;
    private volatile long pair;

    OpenFolder(Core core, OpenMailbox mailbox, FolderPath source, FolderPath target) {
        this.core = core;
        this.mailbox = mailbox;
        this.source = source;
        this.target = target;
        this.sourceText = Paths.encode(source);
        this.targetText = Paths.encode(target);
    }

    @Override
    public FolderPath source() {
        return source;
    }

    @Override
    public FolderPath target() {
        return target;
    }

    OpenMailbox mailbox() {
        return mailbox;
    }

    Core core() {
        return core;
    }

    /** Its number became known. */
    void is(long number) {
        pair = number;
    }

    /** The row inside a transaction, made where it is new. */
    Pair obtain(Session session) throws SQLException {
        if (pair != 0) {
            return Pair.byId(session, pair);
        }
        long folder = Targets.folder(session, mailbox.numbers().target(), targetText);
        if (folder == 0) {
            folder = Targets.make(session, mailbox.numbers().target(), targetText);
        }
        long number = mailbox.numbers().mailbox();
        Pair known = Pair.find(session, number, sourceText, folder);
        return known != null ? known : Pair.make(session, number, sourceText, folder);
    }

    /** Its number, 0 while nothing was ever written. */
    long number() throws FailureException {
        if (pair == 0) {
            pair = core.readers().read(session -> {
                long folder = Targets.folder(session, mailbox.numbers().target(), targetText);
                Pair known = Pair.find(session, mailbox.numbers().mailbox(), sourceText, folder);
                return known == null ? 0L : known.id;
            });
        }
        return pair;
    }

    @Override
    public FolderRecord record() throws FailureException {
        long number = number();
        if (number == 0) {
            return Pair.NEW;
        }
        boolean alone = core.writer().holding();
        FolderRecord known = alone ? core.records().get(number) : null;
        if (known != null) {
            return known;
        }
        long before = core.records().commits();
        FolderRecord read =
                core.readers().read(session -> Pair.byId(session, number).record());
        if (alone) {
            core.records().learn(number, read, before);
        }
        return read;
    }

    @Override
    public CompletableFuture<Void> begin(Epoch sourceEpoch) {
        return mailbox.hand(FolderWrites.begin(this, sourceEpoch));
    }

    @Override
    public Map<ItemId, ItemEntry> entries(List<ItemId> ids) throws FailureException {
        long number = number();
        return number == 0 || ids.isEmpty()
                ? Map.of()
                : core.readers().read(session -> Items.find(session, number, ids));
    }

    @Override
    public boolean isEmpty() throws FailureException {
        long number = number();
        return number == 0
                || core.readers()
                        .read(session -> Pair.byId(session, number).tally.items() == 0);
    }

    @Override
    public CompletableFuture<Void> intend(Intent intent) {
        return mailbox.hand(FolderWrites.intend(this, intent));
    }

    @Override
    public CompletableFuture<Void> commit(FolderCommit commit) {
        return mailbox.hand(FolderWrites.commit(this, commit));
    }

    @Override
    public Standing standing() {
        return new Listing(this);
    }

    @Override
    public CompletableFuture<Void> settled(FolderState state, String rulesDigest) {
        return mailbox.hand(FolderWrites.settled(this, state, rulesDigest));
    }

    @Override
    public void notes(Consumer<List<NotedItem>> pages) throws FailureException {
        byte[] last = Items.START;
        List<NotedItem> page;
        do {
            byte[] after = last;
            page = notes(after);
            if (!page.isEmpty()) {
                last = page.getLast().entry().id().bytes();
                pages.accept(page);
            }
        } while (page.size() == NOTES_PAGE);
    }

    private List<NotedItem> notes(byte[] after) throws FailureException {
        long number = number();
        return number == 0 ? List.of() : core.readers().read(session -> Notes.page(session, number, after, NOTES_PAGE));
    }

    @Override
    public void leavers(boolean kept, Consumer<List<ItemEntry>> pages) throws FailureException {
        leavers(Items.UNDECIDED, pages);
        if (kept) {
            leavers(Items.KEPT, pages);
        }
    }

    private void leavers(int state, Consumer<List<ItemEntry>> pages) throws FailureException {
        long number = number();
        byte[] last = Items.START;
        List<ItemEntry> page;
        do {
            byte[] after = last;
            page = number == 0
                    ? List.of()
                    : core.readers().read(session -> Items.leavers(session, number, state, after, PAGE));
            if (!page.isEmpty()) {
                last = page.getLast().id().bytes();
                pages.accept(page);
            }
        } while (page.size() == PAGE);
    }

    @Override
    public CompletableFuture<Void> keepLeavers() {
        return mailbox.hand(FolderWrites.keepLeavers(this));
    }

    @Override
    public void entries(Consumer<List<ItemEntry>> pages) throws FailureException {
        byte[] last = Items.START;
        List<ItemEntry> page;
        do {
            byte[] after = last;
            page = entries(after);
            if (!page.isEmpty()) {
                last = page.getLast().id().bytes();
                pages.accept(page);
            }
        } while (page.size() == PAGE);
    }

    private List<ItemEntry> entries(byte[] after) throws FailureException {
        long number = number();
        return number == 0 ? List.of() : core.readers().read(session -> Items.page(session, number, after, PAGE));
    }
}
