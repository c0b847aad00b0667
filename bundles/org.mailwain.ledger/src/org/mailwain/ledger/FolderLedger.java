package org.mailwain.ledger;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.ItemId;

/**
 * What became of the items of one source folder in one target folder. Writes are handed in and gather with those of
 * others; the future ends when they are durable, or with the {@link FailureException} that kept them from it. Handing
 * in waits while too much is queued. What follows a future runs on the ledger's thread: it is short and never waits for
 * the ledger. Writes of one mailbox are carried out in the order in which they were handed in. Times are kept to the
 * millisecond.
 */
public interface FolderLedger {
    FolderPath source();

    FolderPath target();

    /** As of the last commit; cheap. */
    FolderRecord record() throws FailureException;

    /**
     * Begins to look at a source folder in this epoch. In another epoch than the recorded one all entries are forgotten
     * (the target is then recognised from its beginning), and with them notes, counters and the pair's open intents,
     * whose ids mean nothing any more: who has such intents waits the quiet time before the target is recognised.
     */
    CompletableFuture<Void> begin(Epoch sourceEpoch) throws FailureException;

    /** Entries of these items; those unknown are absent. For pages of up to 10,000 ids. */
    Map<ItemId, ItemEntry> entries(List<ItemId> ids) throws FailureException;

    /** Whether there is any entry: a first pass need not ask for them. */
    boolean isEmpty() throws FailureException;

    /** Durable before the first byte of its items goes out. */
    CompletableFuture<Void> intend(Intent intent);

    /**
     * Results, counters and the target's mark, in one transaction. A mark in another epoch than the one before sets
     * {@link FolderRecord#recognised()} of every pair into that target folder to 0.
     */
    CompletableFuture<Void> commit(FolderCommit commit);

    /**
     * Ends a listing of the whole folder: entries whose ids it did not name have left the source, those that it names
     * again have not left any more. The ids of the listing are given in rising order, in pages; called by one thread.
     */
    Standing standing() throws FailureException;

    /**
     * Entries of items that left the source, whose copies may stand on the target still, in pages of up to 10,000.
     *
     * @param kept also those that {@link #keepLeavers} was called for
     */
    void leavers(boolean kept, Consumer<List<ItemEntry>> pages) throws FailureException;

    /** The copies of those that left so far stay on the target, unless a later wish asks for them too. */
    CompletableFuture<Void> keepLeavers();

    /** Every listed item has an outcome: records the state from before the listing, and under which rules. */
    CompletableFuture<Void> settled(FolderState state, String rulesDigest);

    /** What is worth telling a person, page by page of up to 10,000, in the order of ids; for reports. */
    void notes(Consumer<List<NotedItem>> pages) throws FailureException;

    /** All entries page by page in the order of ids; for reports and verification. */
    void entries(Consumer<List<ItemEntry>> pages) throws FailureException;

    /** Takes the ids of a complete listing. */
    interface Standing {
        /** @throws IllegalArgumentException where an id does not come after the one before */
        void page(List<ItemId> risingIds) throws FailureException;

        /** Marks what was not named as left, as far as pages did not do that already; returns how many that were. */
        long end() throws FailureException;
    }

    /** An item and what is told of it; the entry's outcome and marks say why. */
    record NotedItem(ItemEntry entry, ItemNote note) {}
}
