package org.mailwain.engine.internal.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.engine.internal.job.AppendKeys;
import org.mailwain.engine.internal.job.Reporter;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.MailboxKey;

/**
 * One source folder on its way into one target folder, in one pass. Used by the thread whose turn it is: surveying,
 * listing, reading; what several threads touch says so.
 */
public final class Pair {
    /** How the difference with the ledger is found. */
    public enum Mode {
        /** Nothing changed since it was settled under the same rules. */
        SKIP,
        /** Only what came since. */
        GROWN,
        /** The source names what changed. */
        CHANGED,
        /** Everything is listed. */
        ALL
    }

    private final Folder source;
    private final FolderPath target;
    private final Optional<SpecialUse> use;
    private final FolderLedger ledger;
    private final FolderRecord record;
    private final Snapshot last;
    private final Reporter.Tally tally;
    private final MailboxKey mailbox;
    private final List<Flagging> flaggings = new ArrayList<>();
    private final AtomicBoolean unfinished = new AtomicBoolean();
    private WorkList work = new WorkList();
    private WorkList known;
    private Mode mode;
    private boolean otherRules;
    private boolean renumbered;
    private FolderStatus before;
    private AppendKeys keys;
    private Failure barred;
    private final List<Unproven> unproven = new ArrayList<>();
    private volatile Failure failure;

    /** The source's flags of an item that was copied before. */
    public record Flagging(ItemEntry entry, Flags flags) {}

    /** An item that an earlier run sent and whose flags and date on the target nobody has looked at. */
    public record Unproven(ListedItem item, ItemEntry entry) {}

    Pair(
            MailboxKey mailbox,
            Folder source,
            FolderPath target,
            Optional<SpecialUse> use,
            FolderLedger ledger,
            Reporter.Tally tally)
            throws FailureException {
        this.mailbox = mailbox;
        this.source = source;
        this.target = target;
        this.use = use;
        this.ledger = ledger;
        this.record = ledger.record();
        this.last = Snapshot.parse(record.state());
        this.tally = tally;
        this.before = source.status();
    }

    public Folder source() {
        return source;
    }

    public FolderPath path() {
        return source.path();
    }

    public FolderPath target() {
        return target;
    }

    public Optional<SpecialUse> use() {
        return use;
    }

    public FolderLedger ledger() {
        return ledger;
    }

    /** As it was when the pass began. */
    public FolderRecord record() {
        return record;
    }

    /** What was remembered when the pair was settled last, or null. */
    Snapshot last() {
        return last;
    }

    public Reporter.Tally tally() {
        return tally;
    }

    public Mode mode() {
        return mode;
    }

    void mode(Mode newMode) {
        mode = newMode;
    }

    /** The source was numbered anew: the ledger has forgotten what it knew. */
    void renumbered() {
        mode = Mode.ALL;
        renumbered = true;
    }

    /** Positions of the target folder below this were compared with this source's items. */
    public long recognised() {
        return renumbered ? 1 : Math.max(1, record.recognised());
    }

    /** What shows that the copies of earlier passes are what was sent. */
    public Set<CopyProof> provenBefore() {
        return renumbered ? Set.of() : record.proofs();
    }

    /** Whether ids of earlier passes still name the items of the source folder. */
    boolean isNumberedAsBefore() {
        return before != null && before.epoch().equals(record.sourceEpoch());
    }

    /** Whether it was settled before under other rules. */
    boolean otherRules() {
        return otherRules;
    }

    void otherRules(boolean other) {
        otherRules = other;
    }

    /** The source folder's status from before it was listed. */
    public FolderStatus before() {
        return before;
    }

    /** A listing begins: what an earlier one found is forgotten. */
    void restart(FolderStatus status) {
        before = status;
        keys = null;
        work = new WorkList();
        flaggings.clear();
        unproven.clear();
        if (known != null) {
            known = new WorkList();
        }
    }

    /** Our names for the copies. */
    public synchronized AppendKeys keys() {
        if (keys == null) {
            keys = new AppendKeys(mailbox, path(), before.epoch(), target);
        }
        return keys;
    }

    public WorkList work() {
        return work;
    }

    public void work(WorkList list) {
        work = list;
    }

    /** Items copied before that have to be found again on a target that was numbered anew; else null. */
    public WorkList known() {
        return known;
    }

    /** Whether it was settled on another epoch of the target folder. */
    public boolean settledOnOther(Epoch now) {
        return last != null && !last.target().isEmpty() && !last.target().equals(now.value());
    }

    /** Everything is listed, and what was copied before has to be found on the target again. */
    public void lookForAll() {
        mode = Mode.ALL;
        known = new WorkList();
    }

    public List<Flagging> flaggings() {
        return flaggings;
    }

    public List<Unproven> unproven() {
        return unproven;
    }

    /** Why nothing can go into the target folder, or null; the source is listed all the same, to say what is missing. */
    public Failure barred() {
        return barred;
    }

    public void bar(Failure why) {
        barred = why;
    }

    /** Why the folder is not gone through, or null. From any thread. */
    public Failure failure() {
        return failure;
    }

    public void fail(Failure why) {
        if (failure == null) {
            failure = why;
        }
        unfinished.set(true);
    }

    /** Something is left for a later pass: the pair is not settled by this one. From any thread. */
    public void leaveUnfinished() {
        unfinished.set(true);
    }

    public boolean isFinished() {
        return !unfinished.get();
    }

    /** Whether any item may stand there that waits or is to be looked for. */
    public boolean hasWork() {
        return failure == null && (!work.isEmpty() || known != null && !known.isEmpty());
    }

    /** What to record once every item has its outcome. @param targetEpoch null where the target was not looked at */
    public FolderState settledState(Epoch targetEpoch) {
        return Snapshot.of(before, targetEpoch).recorded();
    }
}
