package org.mailwain.mail.internal.imap;

import java.util.Arrays;
import java.util.List;
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
    private boolean checking;
    private int checksOpen;

    Flight(AppendBatch batch) {
        this.batch = batch;
        this.bytes = batch.bytes();
        this.outcomes = new Outcome[batch.items().size()];
        this.uids = new long[batch.items().size()];
    }

    void set(int index, Outcome outcome) {
        outcomes[index] = outcome;
    }

    /** Nothing of it was sent, for this reason. */
    void refuse(Failure failure) {
        Arrays.fill(outcomes, new Outcome.Refused(failure));
    }

    void stored(int index, long uid) {
        uids[index] = uid;
        outcomes[index] =
                uid > 0 ? new Outcome.Stored(ItemId.ofNumber(uid), uid, -1) : new Outcome.Stored(null, -1, -1);
    }

    boolean isAnswered() {
        return Arrays.stream(outcomes).noneMatch(outcome -> outcome == null);
    }

    /** Whether the sizes of what was stored can be asked for and have not been. */
    boolean wantsCheck() {
        return !checking && isAnswered() && Arrays.stream(uids).anyMatch(uid -> uid > 0);
    }

    boolean isComplete() {
        return isAnswered() && checksOpen == 0 && !wantsCheck();
    }

    /** The set of UIDs to ask the sizes of. */
    long[] check() {
        checking = true;
        return Arrays.stream(uids).filter(uid -> uid > 0).sorted().distinct().toArray();
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
                outcomes[i] = new Outcome.Stored(ItemId.ofNumber(uid), uid, size);
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
