package org.mailwain.engine.internal.copy;

import java.util.ArrayList;
import java.util.List;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;
import org.mailwain.ledger.FolderCommit.Result;

/** Items of folders that have no way into the target: each of them is accounted for as failed. */
public final class Barred {
    private static final int COMMIT = 1_000;

    private final Books books;

    public Barred(Books books) {
        this.books = books;
    }

    public void fail(List<Pair> pairs) {
        for (Pair pair : pairs) {
            if (pair.barred() != null && pair.failure() == null) {
                fail(pair);
                pair.fail(pair.barred());
            }
        }
    }

    private void fail(Pair pair) {
        pair.tally().started(pair.work().count(), pair.work().size());
        List<Result> results = new ArrayList<>();
        WorkList.Reader items = pair.work().reader();
        while (items.hasNext()) {
            WorkList.Entry entry = items.next();
            results.add(books.unread(pair, entry.item(), entry.attempts(), pair.barred(), true));
            if (results.size() == COMMIT || !items.hasNext()) {
                books.commit(pair.ledger(), results);
                results.clear();
            }
        }
    }
}
