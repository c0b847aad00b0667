package org.mailwain.ui.batches.internal;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.operations.run.RunPicture.FolderPicture;
import org.mailwain.presenters.batches.MailboxLine;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/** The folders of the mailbox that is selected, as far as the run has come. */
final class FolderTable {
    private static final Texts TEXTS = Texts.beside(FolderTable.class);

    private final Label title;
    private final Table table;
    private List<FolderPicture> shown = List.of();

    FolderTable(FormToolkit toolkit, Composite parent) {
        Composite whole = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().extendedMargins(8, 0, 0, 0).applyTo(whole);
        title = toolkit.createLabel(whole, TEXTS.of("folders.select"));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, 30)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(title);
        table = new Table(whole, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        table.setHeaderVisible(true);
        table.setData("id", "run.folders");
        Names.give(table, TEXTS.of("folders.title"));
        column("folders.folder", 180, SWT.LEFT);
        column("folders.items", 110, SWT.RIGHT);
        column("column.failed", 70, SWT.RIGHT);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
    }

    private void column(String key, int width, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(TEXTS.of(key));
        column.setWidth(width);
    }

    private void fill(TableItem item, int index) {
        FolderPicture folder = shown.get(index);
        long failed = folder.progress() == null ? 0 : folder.progress().failed();
        item.setText(new String[] {
            folder.path().toString(),
            Shown.count(folder.handled()) + " / " + Shown.count(Math.max(folder.expected(), folder.handled())),
            failed > 0 ? States.BAD + " " + Shown.count(failed) : "0"
        });
    }

    /** @param mailbox null for none */
    void show(MailboxLine mailbox) {
        List<FolderPicture> now = mailbox == null ? List.of() : mailbox.folders();
        title.setText(
                mailbox == null
                        ? TEXTS.of("folders.select")
                        : TEXTS.of(now.isEmpty() ? "folders.untouched" : "folders.of", mailbox.label()));
        if (!now.equals(shown)) {
            shown = now;
            table.setItemCount(shown.size());
            table.clearAll();
        }
    }
}
