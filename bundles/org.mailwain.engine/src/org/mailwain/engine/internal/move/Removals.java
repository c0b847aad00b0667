package org.mailwain.engine.internal.move;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.mailwain.api.batch.Deletions;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.copy.Books;
import org.mailwain.engine.internal.job.Entries;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Notes;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.TargetFolder;

/**
 * Removes from the target our copies of what left the source, where the batch asks for it and within its brake. Run once,
 * on the thread that writes, after everything that came was copied.
 */
public final class Removals {
    private static final int AT_ONCE = 500;

    private final Job job;
    private final MailboxLedger ledger;
    private final Books books;
    private final List<Failure> stopped = new ArrayList<>();

    public Removals(Job job, MailboxLedger ledger, Books books) {
        this.job = job;
        this.ledger = ledger;
        this.books = books;
    }

    /** Whether the ledger knows of copies to be removed. */
    public boolean areDue() throws FailureException {
        if (job.batch().deletions().isPresent()) {
            for (FolderLedger folder : ledger.folders()) {
                if (Leavers.mayHave(folder) && !due(folder).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Folders of the target from which something may be removed or moved. */
    public List<FolderPath> folders() throws FailureException {
        List<FolderPath> folders = new ArrayList<>();
        for (FolderLedger folder : ledger.folders()) {
            if (Leavers.mayHave(folder)) {
                folders.add(folder.target());
            }
        }
        return folders;
    }

    /** Copies of ours that stand for what left; one that answers for others too stays. */
    public static List<ItemEntry> due(FolderLedger folder) throws FailureException {
        List<ItemEntry> due = new ArrayList<>();
        folder.leavers(
                true,
                page -> page.stream()
                        .filter(e -> e.outcome() == ItemOutcome.COPIED
                                && e.target() != null
                                && !e.marks().contains(ItemMark.MERGED_BY_TARGET))
                        .forEach(due::add));
        return due;
    }

    /** Folders in which nothing was removed because the brake held. */
    public List<Failure> stopped() {
        return stopped;
    }

    public void run(Side<MailboxWriter> target) throws FailureException {
        Deletions wish = job.batch().deletions().orElse(null);
        if (wish == null) {
            return;
        }
        ledger.flush();
        for (FolderLedger folder : ledger.folders()) {
            List<ItemEntry> due = Leavers.mayHave(folder) ? due(folder) : List.of();
            if (!due.isEmpty()) {
                Failure brake = brake(
                        wish,
                        folder.source(),
                        due.size(),
                        folder.record().counts().listed());
                if (brake == null) {
                    brake = remove(folder, due, target);
                }
                if (brake != null) {
                    stopped.add(brake);
                }
            }
        }
    }

    /**
     * Why so many are not removed, or null.
     *
     * @param standing items in the source folder now
     */
    public static Failure brake(Deletions wish, FolderPath folder, long due, long standing) {
        if (standing == 0 && !wish.emptied()) {
            return EngineFailure.REMOVES_ALL.with(folder, due);
        }
        if (due > wish.most()) {
            return EngineFailure.REMOVES_MANY.with(folder, due, wish.most());
        }
        return standing > 0 && due * 100 > wish.percent() * (standing + due)
                ? EngineFailure.REMOVES_SHARE.with(folder, due, standing + due, wish.percent())
                : null;
    }

    private Failure remove(FolderLedger folder, List<ItemEntry> due, Side<MailboxWriter> target)
            throws FailureException {
        if (!target.session().traits().removes()) {
            return EngineFailure.REMOVES_NONE.with(folder.target(), due.size());
        }
        Mark known = ledger.target(folder.target()).map(TargetFolder::expected).orElse(null);
        try {
            FolderStatus now = target.persist(session -> session.state(folder.target()));
            if (known == null || !now.epoch().equals(known.epoch())) {
                return EngineFailure.REMOVES_UNKNOWN.with(folder.target(), due.size());
            }
            for (int at = 0; at < due.size(); at += AT_ONCE) {
                job.stop().soft().check();
                List<ItemEntry> some = due.subList(at, Math.min(due.size(), at + AT_ONCE));
                List<ItemId> ids = some.stream().map(ItemEntry::target).toList();
                // what was removed before a connection was lost is not there to be removed again
                target.persist(session -> {
                    session.remove(folder.target(), ids);
                    return null;
                });
                books.commit(folder, some.stream().map(Removals::removed).toList());
            }
        } catch (FailureException e) {
            if (e.failure().scope() != Scope.FOLDER) {
                throw e;
            }
            return e.failure();
        }
        count(folder, target.persist(session -> session.state(folder.target())));
        return null;
    }

    private static Result removed(ItemEntry entry) {
        return new Result(Entries.marked(entry, ItemMark.REMOVED), Notes.bare(EngineFailure.REMOVED.with(), null));
    }

    /** The sheet of the target folder says what stands there now. */
    private void count(FolderLedger folder, FolderStatus now) throws FailureException {
        ledger.flush();
        TargetFolder known = ledger.target(folder.target()).orElseThrow();
        long stands = known.ours() + known.alreadyThere();
        FolderCommit.TargetCounts counts =
                new FolderCommit.TargetCounts(now.count(), Math.max(0, now.count() - stands));
        books.hand(
                folder,
                new FolderCommit(List.of(), List.of(), null, OptionalLong.empty(), OptionalLong.empty(), 0, counts));
    }
}
