package org.mailwain.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.FolderPath;

/**
 * The ledger of one mailbox. Held by {@link Ledger#take} it writes, as long as its fence is current: a write after
 * somebody else took the mailbox fails with {@link LedgerFailure#FENCED} and changes nothing.
 */
public interface MailboxLedger extends AutoCloseable {
    MailboxKey key();

    /** Grows with every take; 0 for one that reads only. */
    long fence();

    /** Every pair of source and target folder that was ever worked on. */
    List<FolderLedger> folders() throws FailureException;

    /** The pair; kept from its first write on. */
    FolderLedger folder(FolderPath source, FolderPath target) throws FailureException;

    /** The target folders of this target mailbox, shared with every other source that leads to it. */
    List<TargetFolder> targets() throws FailureException;

    Optional<TargetFolder> target(FolderPath target) throws FailureException;

    /** A number for the next {@link Intent}: never given before in this ledger, rising within a mailbox. */
    long nextIntent();

    /**
     * Intents without a result, of any fence and any source, into this target mailbox; oldest first. Those of
     * another source mailbox, which leads to the same target, are that one's to settle: see {@link #ownIntents()}.
     */
    List<Intent> openIntents() throws FailureException;

    /** Those of the open intents that this source mailbox wrote, under any fence. */
    List<Intent> ownIntents() throws FailureException;

    /**
     * Entries that stand for something in the target folder, of every source that leads to it: COPIED and
     * ALREADY_THERE, whether or not they left the source since. So a target item is taken for one source item only.
     *
     * @param fingerprints up to 10,000
     */
    Map<Fingerprint, List<ItemEntry>> withFingerprints(FolderPath target, Collection<Fingerprint> fingerprints)
            throws FailureException;

    /** Source folders that the last pass left out; in no particular order. */
    List<LeftOut> leftOut() throws FailureException;

    /** These, in place of those told before. */
    CompletableFuture<Void> leaveOut(List<LeftOut> folders);

    /**
     * What the source mailbox gave out in hours that had not ended by then, whatever target it went to; the earliest
     * hour first, as far as it is durable.
     */
    List<Drawn> drawn(Instant since) throws FailureException;

    /** Counts bytes that the source mailbox gives out at that moment. */
    CompletableFuture<Void> draw(Instant now, long bytes);

    /** Waits until every write handed in so far is durable, or fails as the first of them did. */
    void flush() throws FailureException;

    /** Waits until what was handed in is durable or has failed. */
    @Override
    void close();
}
