package org.mailwain.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.FolderLedger;

/**
 * Walks along the entries of a pair beside a listing, both in the order of ids, a page at a time. Entries that the
 * listing passed over are marked as left as soon as many have gathered, and at the end.
 */
final class Listing implements FolderLedger.Standing {
    private static final int PAGE = 10_000;
    private static final String UP_TO =
            "SELECT id, gone FROM item WHERE pair = ? AND id > ? AND id <= ?" + " ORDER BY id LIMIT ?";
    private static final String REST = "SELECT id, gone FROM item WHERE pair = ? AND id > ? ORDER BY id LIMIT ?";

    private record Row(ItemId id, boolean left) {}

    private final OpenFolder folder;
    private final List<ItemId> missing = new ArrayList<>();
    private final List<ItemId> back = new ArrayList<>();
    private byte[] last = Items.START;
    private long left;

    Listing(OpenFolder folder) {
        this.folder = folder;
    }

    @Override
    public void page(List<ItemId> risingIds) throws FailureException {
        if (risingIds.isEmpty()) {
            return;
        }
        check(risingIds);
        byte[] upTo = risingIds.getLast().bytes();
        int named = 0;
        List<Row> rows;
        do {
            rows = rows(upTo);
            for (Row row : rows) {
                while (risingIds.get(named).compareTo(row.id()) < 0) {
                    named++;
                }
                sort(row, risingIds.get(named).equals(row.id()));
            }
            mark(PAGE);
        } while (rows.size() == PAGE);
        last = upTo;
    }

    private void check(List<ItemId> ids) {
        ItemId before = last.length == 0 ? null : ItemId.of(last);
        for (ItemId id : ids) {
            if (before != null && before.compareTo(id) >= 0) {
                throw new IllegalArgumentException("ids that do not rise: " + before + ", " + id);
            }
            before = id;
        }
    }

    @Override
    public long end() throws FailureException {
        List<Row> rows;
        do {
            rows = rows(null);
            rows.forEach(row -> sort(row, false));
            mark(PAGE);
        } while (rows.size() == PAGE);
        mark(1);
        return left;
    }

    private void sort(Row row, boolean named) {
        if (named && row.left()) {
            back.add(row.id());
        } else if (!named && !row.left()) {
            missing.add(row.id());
        }
        last = row.id().bytes();
    }

    private void mark(int least) throws FailureException {
        if (missing.size() >= least) {
            left += write(missing, true);
        }
        if (back.size() >= least) {
            write(back, false);
        }
    }

    private long write(List<ItemId> ids, boolean gone) throws FailureException {
        long changed =
                folder.core().writer().await(folder.mailbox().hand(FolderWrites.left(folder, List.copyOf(ids), gone)));
        ids.clear();
        return changed;
    }

    /** The next entries after the last one seen. */
    private List<Row> rows(byte[] upTo) throws FailureException {
        long pair = folder.number();
        return pair == 0 ? List.of() : folder.core().readers().read(session -> rows(session, pair, upTo));
    }

    private List<Row> rows(Session session, long pair, byte[] upTo) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row =
                upTo == null ? session.query(REST, pair, last, PAGE) : session.query(UP_TO, pair, last, upTo, PAGE)) {
            while (row.next()) {
                rows.add(new Row(ItemId.of(row.getBytes(1)), row.getInt(2) != 0));
            }
        }
        return rows;
    }
}
