package org.mailwain.ui.batches.internal.wizard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.mailwain.presenters.batches.BatchDraft.Row;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.project.ProjectFolder;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Whose mailboxes: a list of the project, or a few that are typed. */
final class MailboxesStep extends Step {
    private static final int TYPED = 5;
    private static final String[] CELLS = {"address", "user", "password"};

    private final List<Text[]> rows = new ArrayList<>();
    private Button fromList;
    private Button byHand;
    private Button move;
    private Combo list;

    MailboxesStep(NewBatchWizard wizard) {
        super(wizard, "mailboxes", wizard.draft()::lackOfMailboxes);
    }

    @Override
    void fill(Composite body) {
        fromList = radio(body, "mailboxes.list");
        list = named(new Combo(body, SWT.READ_ONLY), "mailboxes.choose");
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .indent(20, 0)
                .grab(true, false)
                .applyTo(list);
        list.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        byHand = radio(body, "mailboxes.typed");
        grid(body);
        move = named(new Button(body, SWT.CHECK), "mailboxes.move");
        move.setText(TEXTS.of("mailboxes.move"));
        move.setSelection(true);
        GridDataFactory.fillDefaults().span(2, 1).indent(20, 0).applyTo(move);
        offer(draft().lists());
        findOthers();
    }

    private void offer(Collection<String> lists) {
        list.setItems(lists.toArray(String[]::new));
        list.select(0);
        fromList.setSelection(!lists.isEmpty());
        byHand.setSelection(lists.isEmpty());
        enable();
    }

    /** Lists that no batch uses yet are found in the folder; those that are known stand first. */
    private void findOthers() {
        ProjectFolder folder = ProjectFolder.of(batch().project().folder());
        new Background(list.getDisplay())
                .<List<String>>quietly(
                        TEXTS.of("mailboxes.list").replace("&", ""), context -> folder.files(), result -> {
                            if (result instanceof Result.Done<List<String>>(List<String> names) && !list.isDisposed()) {
                                Set<String> all = new LinkedHashSet<>(draft().lists());
                                names.stream()
                                        .filter(name -> FileKind.ofFile(name) == FileKind.MAILBOX_LIST)
                                        .forEach(all::add);
                                offer(all);
                            }
                        });
    }

    private Button radio(Composite body, String key) {
        Button radio = named(new Button(body, SWT.RADIO), key);
        radio.setText(TEXTS.of(key));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(radio);
        radio.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            enable();
            changed();
        }));
        return radio;
    }

    private void grid(Composite body) {
        Composite grid = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 4).applyTo(grid);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .indent(20, 0)
                .grab(true, false)
                .applyTo(grid);
        for (String cell : CELLS) {
            label(grid, "mailboxes." + cell);
        }
        for (int i = 0; i < TYPED; i++) {
            Text[] row = new Text[CELLS.length];
            for (int k = 0; k < CELLS.length; k++) {
                row[k] = new Text(grid, SWT.BORDER | (k == 2 ? SWT.PASSWORD : SWT.NONE));
                row[k].setData("id", "newBatch.row." + (i + 1) + "." + CELLS[k]);
                Names.give(row[k], TEXTS.of("mailboxes." + CELLS[k]) + " " + (i + 1));
                GridDataFactory.fillDefaults()
                        .grab(true, false)
                        .hint(160, SWT.DEFAULT)
                        .applyTo(row[k]);
                row[k].addModifyListener(event -> changed());
            }
            rows.add(row);
        }
    }

    private void enable() {
        boolean typed = byHand.getSelection();
        list.setEnabled(!typed);
        move.setEnabled(typed);
        rows.forEach(row -> {
            for (Text cell : row) {
                cell.setEnabled(typed);
            }
        });
    }

    /** Whether typed passwords are to go into the credential store. */
    boolean movesPasswords() {
        return byHand.getSelection() && move.getSelection();
    }

    @Override
    void take() {
        boolean typed = byHand.getSelection();
        draft().mailboxes(
                        typed ? "" : list.getText(),
                        rows.stream()
                                .map(row -> new Row(row[0].getText(), row[1].getText(), row[2].getText()))
                                .toList());
    }
}
