package org.mailwain.ui.reports.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.presenters.reports.MailboxSummary;
import org.mailwain.report.Balance;
import org.mailwain.report.FolderSheet;
import org.mailwain.report.MailboxSheet;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Batch, mailboxes, folders. Mailboxes are filled as they come in sight, folders are read when one is unfolded. */
final class ReportTree {
    private static final Texts TEXTS = Texts.beside(ReportTree.class);

    private final ReportEditor editor;
    private final Tree tree;
    private final Text words;
    private final Button persons;
    private List<MailboxSummary> shown;
    private Consumer<Place> onSelect = place -> {};

    ReportTree(ReportEditor editor, Composite parent) {
        this.editor = editor;
        this.shown = editor.report().mailboxes();
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(whole);
        words = new Text(whole, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        words.setMessage(TEXTS.of("tree.filter"));
        words.setData("id", "report.filter");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        words.addModifyListener(event -> filter());
        persons = new Button(whole, SWT.CHECK);
        persons.setText(TEXTS.of("tree.persons"));
        persons.setData("id", "report.persons");
        persons.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> filter()));
        tree = new Tree(whole, SWT.VIRTUAL | SWT.BORDER | SWT.FULL_SELECTION);
        tree.setHeaderVisible(true);
        tree.setData("id", "report.tree");
        Names.give(tree, TEXTS.of("tree.name"));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree);
        column("tree.place", 175, SWT.LEFT);
        column("sheet.listed", 65, SWT.RIGHT);
        column("tree.verdict", 150, SWT.LEFT);
        tree.addListener(SWT.SetData, event -> fill((TreeItem) event.item, event.index));
        tree.addListener(SWT.Expand, event -> unfold((TreeItem) event.item));
        tree.addListener(SWT.Selection, event -> onSelect.accept(place((TreeItem) event.item)));
        refill();
        tree.setSelection(tree.getItem(0));
    }

    private void column(String key, int width, int style) {
        TreeColumn column = new TreeColumn(tree, style);
        column.setText(TEXTS.of(key));
        column.setWidth(width);
    }

    void onSelect(Consumer<Place> listener) {
        onSelect = listener;
    }

    void focus() {
        tree.setFocus();
    }

    private void filter() {
        String wanted = words.getText().strip().toLowerCase(Locale.ROOT);
        shown = editor.report().mailboxes().stream()
                .filter(mailbox -> wanted.isEmpty()
                        || mailbox.label().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(mailbox -> !persons.getSelection() || mailbox.needsPerson())
                .toList();
        refill();
    }

    private void refill() {
        tree.setItemCount(0);
        tree.setItemCount(1);
        TreeItem top = tree.getItem(0);
        fill(top, 0);
        // only an item that is known to have children unfolds
        tree.getDisplay().asyncExec(() -> {
            if (!top.isDisposed()) {
                top.setExpanded(true);
            }
        });
    }

    private void fill(TreeItem item, int index) {
        if (item.getParentItem() == null) {
            var figures = editor.report().report().figures();
            item.setText(new String[] {
                editor.report().report().batch(), Shown.count(figures.counts().listed()), Signs.of(figures.verdict())
            });
            item.setItemCount(shown.size());
            item.setData(Place.BATCH);
        } else if (item.getParentItem().getParentItem() == null) {
            mailbox(item, shown.get(index));
        }
    }

    private void mailbox(TreeItem item, MailboxSummary mailbox) {
        item.setText(new String[] {
            mailbox.label(),
            mailbox.figures().listed() ? Shown.count(mailbox.figures().counts().listed()) : TEXTS.of("not.listed"),
            Signs.of(mailbox.figures().verdict())
        });
        item.setData(new Place(mailbox.number(), -1));
        if (mailbox.worst() == Balance.NOT_BALANCED) {
            item.setForeground(Signs.red(tree));
        }
        item.setItemCount(1);
    }

    private void unfold(TreeItem item) {
        if (!(item.getData() instanceof Place place)
                || place.mailbox() == 0
                || item.getItem(0).getData() != null) {
            return;
        }
        item.getItem(0).setText(TEXTS.of("tree.reading"));
        new Background(tree.getDisplay())
                .<MailboxSheet>quietly(
                        TEXTS.of("work.read"), context -> editor.report().sheet(place.mailbox()), result -> {
                            if (result instanceof Result.Done<MailboxSheet>(MailboxSheet sheet) && !item.isDisposed()) {
                                folders(item, sheet);
                            }
                        });
    }

    private void folders(TreeItem item, MailboxSheet sheet) {
        item.setItemCount(sheet.folders().size());
        for (int i = 0; i < sheet.folders().size(); i++) {
            FolderSheet folder = sheet.folders().get(i);
            TreeItem child = item.getItem(i);
            child.setText(new String[] {
                folder.source().toString(),
                folder.listed() ? Shown.count(folder.counts().listed()) : TEXTS.of("not.listed"),
                Signs.of(folder.balance())
            });
            child.setData(new Place(sheet.number(), i));
            if (folder.balance() == Balance.NOT_BALANCED) {
                child.setForeground(Signs.red(tree));
            }
        }
    }

    private static Place place(TreeItem item) {
        return item.getData() instanceof Place place ? place : Place.BATCH;
    }
}
