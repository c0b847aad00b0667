package org.mailwain.mail.internal.imap;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.Outcome;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Fetched;
import org.mailwain.mail.internal.protocol.Reply;

/** A batch that is under way to a folder, and what is known of each of its items. */
final class Flight {
    final AppendBatch batch;
    final long bytes;
    private final Outcome[] outcomes;
    private final long[] uids;
    /** Items without an outcome. */
    private int unanswered;
    /** Items with a UID of which the target has told nothing yet. */
    private int unseen;

    private int checks;
    private int checksOpen;

    Flight(AppendBatch batch) {
        this.batch = batch;
        this.bytes = batch.bytes();
        this.outcomes = new Outcome[batch.items().size()];
        this.uids = new long[batch.items().size()];
        this.unanswered = outcomes.length;
    }

    void set(int index, Outcome outcome) {
        outcomes[index] = outcome;
        unanswered--;
    }

    /** Nothing of it was sent, for this reason. */
    void refuse(Failure failure) {
        Arrays.fill(outcomes, new Outcome.Refused(failure));
        unanswered = 0;
    }

    /** @param uid 0 where the server did not say */
    void stored(int index, long uid) {
        uids[index] = uid;
        unseen += uid > 0 ? 1 : 0;
        set(index, uid > 0 ? stored(uid, Outcome.Seen.NOTHING) : new Outcome.Stored(null, -1, -1));
    }

    private static Outcome stored(long uid, Outcome.Seen seen) {
        return new Outcome.Stored(ItemId.ofNumber(uid), uid, seen, null);
    }

    boolean isComplete() {
        return unanswered == 0 && checksOpen == 0 && !wantsCheck();
    }

    /** Whether can be asked what was stored: once, and once more what was not told. */
    boolean wantsCheck() {
        return unanswered == 0 && unseen > 0 && checksOpen == 0 && checks < 2;
    }

    /** Whether that was asked and some of it was not told. */
    boolean wantsCheckAgain() {
        return checks == 1 && wantsCheck();
    }

    /** The UIDs to ask for, ascending. */
    long[] check() {
        checks++;
        return IntStream.range(0, uids.length)
                .filter(this::isUnseen)
                .mapToLong(i -> uids[i])
                .sorted()
                .distinct()
                .toArray();
    }

    private boolean isUnseen(int index) {
        return uids[index] > 0
                && outcomes[index] instanceof Outcome.Stored stored
                && stored.seen().size() < 0;
    }

    /** Takes what the target tells of the copies. @param headers whether their fields were asked for */
    Answer seen(boolean headers) {
        checksOpen++;
        return new Answer() {
            @Override
            public Bodies bodies() {
                return headers ? Bodies.FIELDS : Bodies.NONE;
            }

            @Override
            public long largest(long uid) {
                return headers ? HeaderFields.LARGEST : -1;
            }

            @Override
            public boolean fetched(Fetched item) {
                return Flight.this.seen(item);
            }

            @Override
            public void done(Reply reply) {
                checksOpen--;
            }
        };
    }

    /** @return whether the item is one of ours; a target that merges may have given one UID to several */
    private boolean seen(Fetched item) {
        boolean ours = false;
        for (int i = 0; i < uids.length; i++) {
            if (uids[i] == item.uid() && item.uid() > 0 && item.size() >= 0) {
                unseen -= isUnseen(i) ? 1 : 0;
                outcomes[i] = stored(
                        item.uid(),
                        new Outcome.Seen(item.size(), item.flags(), item.received(), HeaderFields.of(item)));
                ours = true;
            }
        }
        return ours;
    }

    /** The outcomes, those that are open as unknown for this reason. */
    List<Outcome> outcomes(Failure otherwise) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                outcomes[i] = new Outcome.Unknown(otherwise);
            }
        }
        return List.of(outcomes);
    }
}
