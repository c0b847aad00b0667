package org.mailwain.ui.batches.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.presenters.batches.BatchPicture.Wish;
import org.mailwain.presenters.batches.MailboxLine;
import org.mailwain.presenters.batches.MailboxOrder;
import org.mailwain.presenters.batches.MailboxOrder.Column;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/** The mailboxes of a batch with their progress; sorted and narrowed, and only what is in sight is filled. */
final class MailboxTable {
    private static final Texts TEXTS = Texts.beside(MailboxTable.class);
    private static final int[] WIDTHS = {210, 150, 110, 120, 80, 70, 80, 240};

    private final BatchEditor editor;
    private final Table table;
    private MailboxOrder order = MailboxOrder.OF_THE_LIST;
    private List<MailboxLine> all = List.of();
    private List<MailboxLine> shown = List.of();
    private Consumer<MailboxLine> onSelect = line -> {};

    MailboxTable(FormToolkit toolkit, Composite parent, BatchEditor editor) {
        this.editor = editor;
        Composite whole = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(whole);
        Text words = new Text(whole, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        words.setMessage(TEXTS.of("mailboxes.filter"));
        words.setData("id", "run.filter");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        words.addModifyListener(event -> become(order.with(words.getText())));
        Button troubled = toolkit.createButton(whole, TEXTS.of("mailboxes.troubled"), SWT.CHECK);
        troubled.setData("id", "run.troubled");
        troubled.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> become(order.onlyTroubled(troubled.getSelection()))));
        table = new Table(whole, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(table);
        table.setHeaderVisible(true);
        table.setData("id", "run.mailboxes");
        Names.give(table, TEXTS.of("mailboxes.title"));
        for (Column column : Column.values()) {
            column(column);
        }
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.Selection, event -> tellSelection());
        menu();
    }

    private void column(Column column) {
        TableColumn widget = new TableColumn(table, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
        widget.setText(TEXTS.of("column." + column.name().toLowerCase(Locale.ROOT)));
        widget.setWidth(WIDTHS[column.ordinal()]);
        widget.setMoveable(true);
        widget.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            become(order.by(column));
            table.setSortColumn(widget);
            table.setSortDirection(order.descending() ? SWT.DOWN : SWT.UP);
        }));
    }

    private void menu() {
        Menu menu = new Menu(table);
        for (Wish wish : List.of(Wish.RESCAN, Wish.RETRY_FAILED)) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setData(wish);
            item.setText(TEXTS.of("selected." + wish.name().toLowerCase(Locale.ROOT)));
            item.addSelectionListener(
                    SelectionListener.widgetSelectedAdapter(event -> new WishWork(editor).carryOut(wish, selected())));
        }
        menu.addListener(SWT.Show, event -> {
            boolean any = editor.picture() != null && table.getSelectionCount() > 0;
            for (MenuItem item : menu.getItems()) {
                item.setEnabled(any && editor.picture().wishes().contains(item.getData()));
            }
        });
        table.setMenu(menu);
    }

    private List<String> selected() {
        return Arrays.stream(table.getSelectionIndices())
                .mapToObj(index -> shown.get(index).label())
                .toList();
    }

    void onSelect(Consumer<MailboxLine> listener) {
        onSelect = listener;
    }

    void show(List<MailboxLine> lines) {
        all = lines;
        become(order);
    }

    private void become(MailboxOrder next) {
        order = next;
        shown = order.of(all);
        if (table.getItemCount() != shown.size()) {
            table.setItemCount(shown.size());
        }
        table.clearAll();
        tellSelection();
    }

    private void tellSelection() {
        int index = table.getSelectionIndex();
        onSelect.accept(index >= 0 && index < shown.size() ? shown.get(index) : null);
    }

    private void fill(TableItem item, int index) {
        if (index >= shown.size()) {
            return;
        }
        MailboxLine line = shown.get(index);
        long failed = Math.max(line.failed(), line.open());
        item.setText(new String[] {
            line.label(),
            States.signed(line.state()),
            "",
            line.planned() > 0
                    ? Shown.count(line.handled()) + " / " + Shown.count(Math.max(line.handled(), line.planned()))
                    : line.listed() >= 0 ? Shown.count(line.listed()) : TEXTS.of("not.listed"),
            Shown.count(line.copied()),
            failed > 0 ? States.BAD + " " + Shown.count(failed) : "0",
            Shown.size(line.bytes()),
            now(line)
        });
    }

    private String now(MailboxLine line) {
        if (line.failure() != null) {
            return editor.workspace().sentence(line.failure());
        } else if (line.folder() != null) {
            return line.folder().toString();
        }
        return line.lastSynced() == null ? "" : TEXTS.of("last.synced", Shown.moment(line.lastSynced()));
    }

    private void paint(Event event) {
        int index = table.indexOf((TableItem) event.item);
        if (event.index != Column.PROGRESS.ordinal() || index >= shown.size()) {
            return;
        }
        MailboxLine line = shown.get(index);
        Rectangle cell = ((TableItem) event.item).getBounds(event.index);
        ShareBar.paint(
                event.gc,
                new Rectangle(cell.x + 3, cell.y + 3, Math.max(10, cell.width - 8), cell.height - 6),
                line.share(),
                !line.isBad());
    }
}
