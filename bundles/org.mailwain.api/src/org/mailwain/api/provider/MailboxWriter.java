package org.mailwain.api.provider;

import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;

/**
 * A signed-in session that writes one mailbox, and reads it to recognise, settle and verify. Never repeats a write by
 * itself: what was sent and not answered is {@link Outcome.Unknown}.
 */
public interface MailboxWriter extends MailboxReader {
    /** Makes folders that are missing, parents included; one answer per wish, in their order. */
    List<EnsuredFolder> ensureFolders(List<FolderWish> wishes) throws FailureException;

    /**
     * Appends batches as the feed gives them. When the session ends early, every batch that was drawn and not answered
     * is given to the sink first, as {@link Outcome.Unknown} but for items that were answered singly, then the failure
     * is thrown. What the sink throws ends the call as it is, without further calls of the sink.
     */
    void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException;

    /**
     * What stands in the folder from the mark on, in the order of position; everything, where the epoch is another.
     * This is how the fate of unknown items is found out: the engine compares it with its intents.
     */
    void settle(FolderPath folder, Mark from, StandingSink sink) throws FailureException;

    /** @return changes that the server refused, with the reason */
    List<Failure> setFlags(FolderPath folder, List<FlagChange> changes) throws FailureException;

    /** Whether {@link #move} can be asked for. */
    default boolean moves() {
        return false;
    }

    /**
     * Moves items from one folder to another, each wholly or not at all. Never repeated by itself: after a failure of
     * another scope than FOLDER some may have moved, which settling the target folder tells.
     *
     * @return where each stands now, in the order of the ids; null for one that was not there to be moved
     * @throws FailureException of scope FOLDER where nothing moved
     */
    default List<Outcome.Stored> move(FolderPath from, List<ItemId> ids, FolderPath to) throws FailureException {
        throw new UnsupportedOperationException();
    }

    /** Removes these items and nothing else; only where {@link Traits#removes()}. */
    void remove(FolderPath folder, List<ItemId> ids) throws FailureException;
}
