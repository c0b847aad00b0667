package org.mailwain.ledger.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.FolderRecord;

/** A write to one pair of folders: while the fence is current, with counters kept. */
abstract class FolderWrite<T> extends Write<T> {
    private final OpenFolder folder;
    private long number;
    private FolderRecord record;
    private List<Long> others = List.of();

    FolderWrite(OpenFolder folder, int entries) {
        super(entries);
        this.folder = folder;
    }

    /** Changes the pair, which is saved afterwards, and what belongs to it. */
    protected abstract T change(Session session, Pair pair) throws SQLException, FailureException;

    /** Whether there is nothing to do: then nothing is written, and no sync is paid for. */
    protected boolean isDone(Pair pair) {
        return false;
    }

    @Override
    protected final T apply(Session session) throws SQLException, FailureException {
        OpenMailbox mailbox = folder.mailbox();
        Mailboxes.check(session, mailbox.numbers().mailbox(), mailbox.fence(), mailbox.key());
        others = new ArrayList<>();
        Pair pair = folder.obtain(session);
        T result = null;
        if (!isDone(pair)) {
            result = change(session, pair);
            pair.save(session);
        }
        number = pair.id;
        record = pair.record();
        return result;
    }

    /** Tells that the row of another pair was changed too. */
    protected final void touched(List<Long> pairs) {
        others.addAll(pairs);
    }

    @Override
    protected final void durable(T outcome) {
        folder.is(number);
        others.remove(number);
        folder.core().records().committed(number, record, others);
    }
}
