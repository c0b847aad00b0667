package org.mailwain.ui.reports.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.presenters.reports.ItemPages;
import org.mailwain.presenters.reports.ItemPages.ListedItem;
import org.mailwain.presenters.reports.MessageText;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.report.ReportedItem;
import org.mailwain.ui.Texts;

/** What the table of items shows of each. UI thread; waits for nothing. */
final class ItemRows implements IDataProvider {
    private static final Texts TEXTS = Texts.beside(ItemRows.class);

    private final Workspace workspace;
    private ItemPages pages;

    /** The columns in their order. */
    enum Column {
        MAILBOX(170),
        FOLDER(130),
        KIND(180),
        SUBJECT(240),
        SENDER(170),
        RECEIVED(140),
        SIZE(70),
        REASON(420);

        private final int width;

        Column(int width) {
            this.width = width;
        }

        int width() {
            return width;
        }
    }

    ItemRows(Workspace workspace) {
        this.workspace = workspace;
    }

    static String[] titles() {
        return Arrays.stream(Column.values())
                .map(column -> TEXTS.of("item." + column.name().toLowerCase(Locale.ROOT)))
                .toArray(String[]::new);
    }

    void become(ItemPages fresh) {
        pages = fresh;
    }

    /** Null where there is none, or it is being read. */
    ListedItem item(int row) {
        return pages == null || row >= pages.size() ? null : pages.get(row);
    }

    @Override
    public Object getDataValue(int column, int row) {
        ListedItem listed = item(row);
        return listed == null ? "…" : text(Column.values()[column], listed);
    }

    private String text(Column column, ListedItem listed) {
        ReportedItem item = listed.item();
        return switch (column) {
            case MAILBOX -> listed.label();
            case FOLDER -> item.folder().toString();
            case KIND -> item.kinds().stream().sorted().map(Signs::of).collect(Collectors.joining(", "));
            case SUBJECT -> oneLine(item.subject());
            case SENDER -> oneLine(item.sender());
            case RECEIVED -> Shown.moment(item.received());
            case SIZE -> Shown.size(item.size());
            case REASON -> item.failure() == null ? "" : workspace.sentence(item.failure());
        };
    }

    /** What a message says may hold anything. */
    private static String oneLine(String text) {
        return MessageText.line(text);
    }

    @Override
    public void setDataValue(int column, int row, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getColumnCount() {
        return Column.values().length;
    }

    @Override
    public int getRowCount() {
        return pages == null ? 0 : (int) Math.min(Integer.MAX_VALUE / 40, pages.size());
    }
}
