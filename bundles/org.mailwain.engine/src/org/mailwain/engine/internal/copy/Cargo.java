package org.mailwain.engine.internal.copy;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.repair.Letter;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.body.StoredBody;
import org.mailwain.engine.internal.job.Entries;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;

/** One message on its way. Handed from the reader to the writer; used by one thread at a time. */
public final class Cargo {
    private final Lane lane;
    private final Pair pair;
    private final ListedItem item;
    private final StoredBody original;
    private final Fingerprint fingerprint;
    private final AppendKey key;
    private final EnumSet<ItemMark> marks = EnumSet.noneOf(ItemMark.class);
    private StoredBody body;
    private Fingerprint outgoing;
    private int attempts;
    private int losses;
    private int refusals;
    private Failure refusal;
    private String words = "";
    private Failure less;
    private Failure changed;
    private String repairs;
    private final Set<String> triedRepairs = new HashSet<>();
    private Flags flags;
    private Instant received;

    Cargo(Lane lane, Pair pair, ListedItem item, WorkList.Entry waited, Body body) throws IOException {
        this.lane = lane;
        this.pair = pair;
        this.item = item;
        this.attempts = waited.attempts();
        this.original = StoredBody.of(body);
        this.body = original;
        this.fingerprint = original.identity().fingerprint();
        this.outgoing = fingerprint;
        this.key = pair.keys().of(item.id());
        this.flags = item.flags();
        this.received = item.received();
        if (waited.doubtful()) {
            marks.add(ItemMark.MAY_BE_DOUBLED);
        }
    }

    Lane lane() {
        return lane;
    }

    Pair pair() {
        return pair;
    }

    ListedItem item() {
        return item;
    }

    AppendKey key() {
        return key;
    }

    /** What goes out: the original, or what repairs made of it. */
    StoredBody body() {
        return body;
    }

    StoredBody original() {
        return original;
    }

    Set<ItemMark> marks() {
        return marks;
    }

    void mark(ItemMark mark) {
        marks.add(mark);
    }

    /** The target keeps less of it. */
    void less(Failure what) {
        less = what;
        marks.add(ItemMark.KEPT_LESS);
    }

    /** The target made another message of it. */
    void changed(Failure how) {
        changed = how;
        marks.add(ItemMark.CHANGED_BY_TARGET);
    }

    /** How the copy differs from what was sent, or null. */
    Failure changed() {
        return changed;
    }

    /** What is lost of it on the target, or null. */
    Failure less() {
        return less;
    }

    int attempts() {
        return attempts;
    }

    int losses() {
        return losses;
    }

    /** The connection was lost while it was on its way. */
    int lost() {
        return ++losses;
    }

    int refusals() {
        return refusals;
    }

    /** @param said the target's words */
    int refused(Failure why, String said) {
        refusal = why;
        words = said;
        return ++refusals;
    }

    /** Why it was refused at last, or null. */
    Failure refusal() {
        return refusal;
    }

    /** What repairs made of it, in words; one that was refused first is named with the cause. */
    Failure repairedFor() {
        return refusal == null
                ? EngineFailure.REPAIRED_AHEAD.with(repairs)
                : EngineFailure.REPAIRED.with(repairs, refusal.code(), words);
    }

    /** What goes out, with what is sent beside it. */
    Letter letter() {
        return new Letter(body, flags, received);
    }

    /** @return whether the rule was not tried on it yet */
    boolean tryRepair(String rule) {
        return triedRepairs.add(rule);
    }

    /** Takes over what a rule made of it. */
    void repaired(Letter by, String rule) throws IOException {
        if (by.body() != body) {
            if (body != original) {
                body.close();
            }
            body = StoredBody.of(by.body());
            outgoing = body.identity().fingerprint();
        }
        flags = by.flags();
        received = by.received();
        repairs = repairs == null ? rule : repairs + "+" + rule;
        marks.add(ItemMark.REPAIRED);
    }

    /** Ids of the rules that touched it, joined by {@code +}, or null. */
    String repairs() {
        return repairs;
    }

    /** Of what goes out. */
    Fingerprint outgoing() {
        return outgoing;
    }

    Intent.Item intended() {
        attempts++;
        return new Intent.Item(item.id(), body.size(), outgoing, key, body.sha256());
    }

    AppendItem appendItem() {
        return new AppendItem(key, flags, received, body);
    }

    ItemEntry entry(ItemOutcome outcome, ItemId target, boolean retryable) {
        return new ItemEntry(
                item.id(),
                outcome,
                marks,
                target,
                original.size(),
                fingerprint,
                original.sha256(),
                Entries.digest(item.flags()),
                retryable,
                attempts,
                false);
    }

    void close() {
        body.close();
        original.close();
    }
}
