package org.mailwain.ledger;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.mail.Mark;

/**
 * Changes that become durable together; counters follow from them.
 *
 * @param results entries that are new or replace the one of the same id, each with what is to be told of it
 * @param closed numbers of intents whose items all have a result now
 * @param expected the target folder's mark from now on, or null to leave it
 * @param recognised the folder pair's {@link FolderRecord#recognised()} from now on, if it moves
 * @param listed items found by a listing of the whole folder, if one ended; or to be added, see {@code listedMore}
 * @param listedMore items that a listing of new items added to the snapshot
 * @param proofs the folder pair's {@link FolderRecord#proofs()} from now on, or null to leave them
 * @param target what stood in the target folder at the end of the pass, or null to leave it
 */
public record FolderCommit(
        List<Result> results,
        List<Long> closed,
        Mark expected,
        OptionalLong recognised,
        OptionalLong listed,
        long listedMore,
        TargetCounts target,
        Set<CopyProof> proofs) {
    public FolderCommit {
        results = List.copyOf(results);
        closed = List.copyOf(closed);
        proofs = proofs == null ? null : Set.copyOf(proofs);
    }

    /** Says nothing of proofs. */
    public FolderCommit(
            List<Result> results,
            List<Long> closed,
            Mark expected,
            OptionalLong recognised,
            OptionalLong listed,
            long listedMore,
            TargetCounts target) {
        this(results, closed, expected, recognised, listed, listedMore, target, null);
    }

    /** The same, and what proves the items copied. */
    public FolderCommit proven(Set<CopyProof> by) {
        return new FolderCommit(results, closed, expected, recognised, listed, listedMore, target, by);
    }

    /** Results of an append. */
    public static FolderCommit of(List<Result> results, List<Long> closed, Mark expected) {
        return new FolderCommit(results, closed, expected, OptionalLong.empty(), OptionalLong.empty(), 0, null);
    }

    /** The whole folder was listed and holds so many items. */
    public static FolderCommit listed(long items) {
        return new FolderCommit(List.of(), List.of(), null, OptionalLong.empty(), OptionalLong.of(items), 0, null);
    }

    /** New items were listed. */
    public static FolderCommit listedMore(long items) {
        return new FolderCommit(List.of(), List.of(), null, OptionalLong.empty(), OptionalLong.empty(), items, null);
    }

    /** The target folder was compared with this source's items up to the mark. */
    public static FolderCommit recognised(List<Result> results, List<Long> closed, Mark upTo) {
        return new FolderCommit(results, closed, upTo, OptionalLong.of(upTo.next()), OptionalLong.empty(), 0, null);
    }

    /** @param note null for an item that was plainly copied */
    public record Result(ItemEntry entry, ItemNote note) {}

    /** Items that the server counts there, and those of them that no source item stands for. */
    public record TargetCounts(long standing, long notOurs) {}
}
