package org.mailwain.engine.internal.copy;

import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;
import org.mailwain.ledger.FolderCommit.Result;

/** Outcomes of items that one reader did not get, gathered for the ledger pair by pair. Confined to its thread. */
final class Unread {
    private static final int COMMIT = 500;

    private final Books books;
    private final List<Result> results = new ArrayList<>();
    private Pair pair;

    Unread(Books books) {
        this.books = books;
    }

    void unread(Pair of, WorkList.Entry entry, Failure why, boolean retryable) {
        if (retryable) {
            of.leaveUnfinished();
        }
        add(of, books.unread(of, entry.item(), entry.attempts(), why, retryable));
    }

    void vanished(Pair of, ListedItem item, int attempts) {
        add(of, books.vanished(of, item, attempts));
    }

    private void add(Pair of, Result result) {
        if (of != pair || results.size() >= COMMIT) {
            commit();
        }
        pair = of;
        results.add(result);
    }

    void commit() {
        if (!results.isEmpty()) {
            books.commit(pair.ledger(), results);
            results.clear();
        }
    }
}
