package org.mailwain.ui.lists.internal;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.presenters.lists.ListEditing;
import org.mailwain.presenters.lists.ListView;
import org.mailwain.project.mailboxes.MailboxColumn;

/** The cells of the rows that are shown, and behind them, where there are any, states and results of tests. */
final class ListCells implements IDataProvider {
    private final GridPage page;
    private final ListEditing editing;
    private final ListView view;
    private final Map<String, MailboxState> states = new HashMap<>();
    private final Map<String, String> results = new HashMap<>();

    ListCells(GridPage page, ListEditing editing, ListView view) {
        this.page = page;
        this.editing = editing;
        this.view = view;
    }

    void states(Map<String, MailboxState> fresh) {
        states.clear();
        states.putAll(fresh);
    }

    void result(String label, String text) {
        results.put(label, text);
    }

    String result(String label) {
        return results.getOrDefault(label, "");
    }

    /** As operations call the row: its EmailAddress, else its UserName. */
    String label(int row) {
        String address = named(row, MailboxColumn.EMAIL_ADDRESS);
        return address.isEmpty() ? named(row, MailboxColumn.USER_NAME) : address;
    }

    private String named(int row, MailboxColumn wanted) {
        for (int column = 0; column < editing.columns(); column++) {
            if (editing.heading(column).strip().equals(wanted.heading())) {
                return editing.cell(row, column).strip();
            }
        }
        return "";
    }

    boolean hasStates() {
        return !states.isEmpty();
    }

    boolean hasResults() {
        return !results.isEmpty();
    }

    @Override
    public int getColumnCount() {
        return editing.columns() + (hasStates() ? 1 : 0) + (hasResults() ? 1 : 0);
    }

    @Override
    public int getRowCount() {
        return view.rows();
    }

    @Override
    public Object getDataValue(int column, int shown) {
        if (shown >= view.rows()) {
            return "";
        }
        int row = view.row(shown);
        if (column < editing.columns()) {
            return editing.cell(row, column);
        }
        if (hasStates() && column == editing.columns()) {
            MailboxState state = states.get(label(row));
            return state == null ? "" : GridPage.TEXTS.of("mailbox." + state);
        }
        return result(label(row));
    }

    @Override
    public void setDataValue(int column, int shown, Object value) {
        if (column < editing.columns() && shown < view.rows()) {
            page.set(view.row(shown), column, value == null ? "" : value.toString());
        }
    }
}
