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
    /** Items with a UID and without a size. */
    private int unsized;

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
        unsized += uid > 0 ? 1 : 0;
        set(index, uid > 0 ? stored(uid, -1) : new Outcome.Stored(null, -1, -1));
    }

    private static Outcome stored(long uid, long size) {
        return new Outcome.Stored(ItemId.ofNumber(uid), uid, size);
    }

    boolean isComplete() {
        return unanswered == 0 && checksOpen == 0 && !wantsCheck();
    }

    /** Whether sizes of what was stored can be asked for: once, and once more what was not told. */
    boolean wantsCheck() {
        return unanswered == 0 && unsized > 0 && checksOpen == 0 && checks < 2;
    }

    /** Whether sizes were asked for and some were not told. */
    boolean wantsCheckAgain() {
        return checks == 1 && wantsCheck();
    }

    /** The UIDs to ask the sizes of, ascending. */
    long[] check() {
        checks++;
        return IntStream.range(0, uids.length)
                .filter(this::isUnsized)
                .mapToLong(i -> uids[i])
                .sorted()
                .distinct()
                .toArray();
    }

    private boolean isUnsized(int index) {
        return uids[index] > 0 && outcomes[index] instanceof Outcome.Stored stored && stored.size() < 0;
    }

    /** Takes sizes by the target's word. */
    Answer sizes() {
        checksOpen++;
        return new Answer() {
            @Override
            public boolean fetched(Fetched item) {
                return size(item.uid(), item.size());
            }

            @Override
            public void done(Reply reply) {
                checksOpen--;
            }
        };
    }

    /** @return whether the item is one of ours; a target that merges may have given one UID to several */
    private boolean size(long uid, long size) {
        boolean ours = false;
        for (int i = 0; i < uids.length; i++) {
            if (uids[i] == uid && uid > 0 && size >= 0) {
                unsized -= isUnsized(i) ? 1 : 0;
                outcomes[i] = stored(uid, size);
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
