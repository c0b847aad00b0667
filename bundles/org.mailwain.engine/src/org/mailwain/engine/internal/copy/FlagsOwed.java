package org.mailwain.engine.internal.copy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Entries;
import org.mailwain.engine.internal.job.Notes;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.ItemNote;

/** Flags of items that stand on the target already, to be set. Confined to one thread. */
public final class FlagsOwed {
    private static final int MUCH = 500;

    private final Map<FolderPath, List<Debt>> debts = new LinkedHashMap<>();
    private int count;

    private record Debt(FolderLedger ledger, ItemEntry entry, ItemNote note, Flags flags) {
        FlagChange change() {
            return new FlagChange(entry.target(), flags);
        }
    }

    void add(Lane lane, FolderLedger ledger, Result result, Flags flags) {
        add(lane.target(), new Debt(ledger, result.entry(), result.note(), flags));
    }

    /** @param entry as it stands in the ledger, with its target id */
    public void add(FolderPath target, FolderLedger ledger, ItemEntry entry, Flags flags) {
        add(target, new Debt(ledger, entry, null, flags));
    }

    private void add(FolderPath target, Debt debt) {
        debts.computeIfAbsent(target, t -> new ArrayList<>()).add(debt);
        count++;
    }

    public boolean isEmpty() {
        return debts.isEmpty();
    }

    boolean isMuch() {
        return count >= MUCH;
    }

    /** Sets them all, and writes down that they are set. */
    public void settle(MailboxWriter session, Books books) throws FailureException {
        while (!debts.isEmpty()) {
            Map.Entry<FolderPath, List<Debt>> first =
                    debts.entrySet().iterator().next();
            List<Debt> all = first.getValue();
            while (!all.isEmpty()) {
                List<Debt> some = List.copyOf(all.subList(0, Math.min(MUCH, all.size())));
                set(session, first.getKey(), some, books);
                all.subList(0, some.size()).clear();
                count -= some.size();
            }
            debts.remove(first.getKey());
        }
    }

    private static void set(MailboxWriter session, FolderPath target, List<Debt> debts, Books books)
            throws FailureException {
        List<Failure> refused =
                session.setFlags(target, debts.stream().map(Debt::change).toList());
        if (refused.isEmpty() || debts.size() == 1) {
            for (Debt debt : debts) {
                books.commit(debt.ledger(), List.of(refused.isEmpty() ? done(debt) : lost(debt, refused.getFirst())));
            }
            return;
        }
        for (Debt debt : debts) {
            set(session, target, List.of(debt), books);
        }
    }

    private static Result done(Debt debt) {
        return new Result(Entries.flags(debt.entry(), Entries.digest(debt.flags())), debt.note());
    }

    private static Result lost(Debt debt, Failure why) {
        ItemEntry marked =
                Entries.marked(Entries.flags(debt.entry(), Entries.digest(debt.flags())), ItemMark.KEPT_LESS);
        return new Result(marked, Notes.bare(EngineFailure.FLAGS_LOST.with(why.code()), null));
    }
}
