package org.mailwain.ui.batches.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.mailwain.operations.run.RunPicture;
import org.mailwain.presenters.batches.BatchPicture;
import org.mailwain.presenters.batches.ErrorGroup;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/** What went wrong in a run, by cause, and what waits, and why. */
final class TroubleTables {
    private static final Texts TEXTS = Texts.beside(TroubleTables.class);

    private final Workspace workspace;
    private final CTabItem errorTab;
    private final CTabItem waitTab;
    private final Table errors;
    private final Table waits;
    private List<String[]> errorRows = List.of();
    private List<String[]> waitRows = List.of();

    TroubleTables(Composite parent, Workspace workspace) {
        this.workspace = workspace;
        CTabFolder tabs = new CTabFolder(parent, SWT.BORDER | SWT.TOP);
        errorTab = new CTabItem(tabs, SWT.NONE);
        waitTab = new CTabItem(tabs, SWT.NONE);
        errors = table(tabs, "errors", "errors.count", 70, "errors.mailboxes", 90, "errors.cause", 520);
        errorTab.setControl(errors);
        waits = table(tabs, "waits", "waits.who", 180, "waits.until", 130, "waits.why", 420);
        waitTab.setControl(waits);
        tabs.setSelection(errorTab);
        titles();
    }

    private static Table table(Composite parent, String name, Object... columns) {
        Table table = new Table(parent, SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.setData("id", "run." + name);
        Names.give(table, TEXTS.of(name + ".title"));
        for (int i = 0; i < columns.length; i += 2) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(TEXTS.of((String) columns[i]));
            column.setWidth((Integer) columns[i + 1]);
        }
        return table;
    }

    private void titles() {
        errorTab.setText(TEXTS.of("errors.tab", errorRows.size()));
        waitTab.setText(TEXTS.of("waits.tab", waitRows.size()));
    }

    void show(BatchPicture picture) {
        List<String[]> causes = new ArrayList<>();
        for (ErrorGroup group : picture.errors()) {
            String mailboxes = group.mailboxes().size() < ErrorGroup.NAMED
                    ? String.valueOf(group.mailboxes().size())
                    : ErrorGroup.NAMED + "+";
            causes.add(new String[] {Shown.count(group.count()), mailboxes, workspace.sentence(group.example())});
        }
        List<String[]> waiting = new ArrayList<>();
        for (RunPicture.Waiting wait : picture.waiting()) {
            waiting.add(new String[] {
                wait.mailbox() == null ? wait.endpoint() : wait.mailbox(),
                wait.until() == null ? TEXTS.of("waits.unknown") : Shown.moment(wait.until()),
                workspace.sentence(wait.reason())
            });
        }
        errorRows = fill(errors, errorRows, causes);
        waitRows = fill(waits, waitRows, waiting);
        titles();
    }

    /** Rows that are the same stay untouched, and with them selection and place. */
    private static List<String[]> fill(Table table, List<String[]> before, List<String[]> now) {
        for (int i = 0; i < now.size(); i++) {
            if (i >= before.size()) {
                new TableItem(table, SWT.NONE).setText(now.get(i));
            } else if (!java.util.Arrays.equals(before.get(i), now.get(i))) {
                table.getItem(i).setText(now.get(i));
            }
        }
        if (now.size() < before.size()) {
            table.remove(now.size(), before.size() - 1);
        }
        return now;
    }
}
