package org.mailwain.ui.foldermaps.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.Cancel;
import org.mailwain.operations.FolderTreesOperation;
import org.mailwain.operations.FolderTreesOperation.Planned;
import org.mailwain.operations.FolderTreesOperation.Trees;
import org.mailwain.operations.OpenOperation;
import org.mailwain.project.BatchFile;
import org.mailwain.project.mailboxes.MailboxList;
import org.mailwain.ui.Texts;
import org.mailwain.ui.WindowAsks;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;
import org.mailwain.ui.jobs.Work;

/** Whose folders are shown: a batch and one of its mailboxes; reads both sides, and counts by a plan. */
final class MailboxChoice {
    private static final Texts TEXTS = MapPage.TEXTS;
    /** A list that is longer is typed into, not scrolled. */
    private static final int OFFERED = 500;

    private final MapEditor editor;
    private final Combo batch;
    private final Combo mailbox;
    private final Button read;
    private final Button plan;

    MailboxChoice(
            MapEditor editor,
            FormToolkit toolkit,
            Composite parent,
            Consumer<Trees> onRead,
            Consumer<Map<FolderPath, Planned>> onPlan) {
        this.editor = editor;
        Composite line = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(6).spacing(8, 0).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        toolkit.createLabel(line, TEXTS.of("choice.batch"));
        batch = combo(line, SWT.READ_ONLY, "map.batch", "choice.batch", 160);
        toolkit.createLabel(line, TEXTS.of("choice.mailbox"));
        mailbox = combo(line, SWT.NONE, "map.mailbox", "choice.mailbox", 240);
        read = toolkit.createButton(line, TEXTS.of("choice.read"), SWT.PUSH);
        read.setData("id", "map.read");
        read.setToolTipText(TEXTS.of("choice.read.help"));
        plan = toolkit.createButton(line, TEXTS.of("choice.plan"), SWT.PUSH);
        plan.setData("id", "map.plan");
        plan.setToolTipText(TEXTS.of("choice.plan.help"));
        plan.setEnabled(false);
        batch.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> mailboxes()));
        read.addSelectionListener(SelectionListener.widgetSelectedAdapter(event ->
                work("work.read", FolderTreesOperation::read, trees -> {
                    plan.setEnabled(true);
                    onRead.accept(trees);
                    // what was copied before does not come again, which only a plan knows
                    work("work.plan", FolderTreesOperation::plan, onPlan);
                })));
        plan.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> work("work.plan", FolderTreesOperation::plan, onPlan)));
        Runnable leave = editor.project().onChange(this::batches);
        line.addDisposeListener(event -> leave.run());
        batches();
    }

    private static Combo combo(Composite parent, int style, String id, String name, int width) {
        Combo combo = new Combo(parent, SWT.DROP_DOWN | style);
        combo.setData("id", id);
        Names.give(combo, TEXTS.of(name));
        GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    /** Those that use this map first. */
    private void batches() {
        if (batch.isDisposed()) {
            return;
        }
        List<String> names = editor.project()
                .project()
                .map(read -> read.batches().values().stream()
                        .sorted((a, b) -> Boolean.compare(uses(b), uses(a)))
                        .map(BatchFile::name)
                        .toList())
                .orElse(List.of());
        if (!names.equals(List.of(batch.getItems()))) {
            batch.setItems(names.toArray(String[]::new));
            batch.select(0);
            mailboxes();
        }
        read.setEnabled(!names.isEmpty());
    }

    private boolean uses(BatchFile file) {
        return file.settings()
                .flatMap(settings -> settings.folders())
                .filter(editor.map()::equals)
                .isPresent();
    }

    private void mailboxes() {
        List<String> names = editor
                .project()
                .project()
                .map(read -> read.batches().get(batch.getText()))
                .flatMap(BatchFile::mailboxes)
                .map(MailboxList::rows)
                .orElse(List.of())
                .stream()
                .limit(OFFERED)
                .map(MailboxRow::label)
                .toList();
        mailbox.setItems(names.toArray(String[]::new));
        if (!names.isEmpty()) {
            mailbox.select(0);
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T of(FolderTreesOperation operation, Cancel cancel) throws FailureException;
    }

    private <T> void work(String name, Step<T> step, Consumer<T> then) {
        String wanted = mailbox.getText().strip();
        String of = batch.getText();
        OpenOperation open = new OpenOperation(
                editor.workspace().services(),
                editor.project().folder(),
                new WindowAsks(editor.getSite().getShell()));
        Work<T> work = context ->
                step.of(new FolderTreesOperation(open.batch(of), wanted.isEmpty() ? null : wanted), context.cancel());
        read.setEnabled(false);
        new Background(read.getDisplay()).start(TEXTS.of(name, wanted), work, result -> {
            if (read.isDisposed()) {
                return;
            }
            read.setEnabled(true);
            switch (result) {
                case Result.Done<T>(T value) -> then.accept(value);
                case Result.Failed<T>(var failure) ->
                    MessageDialog.openError(
                            read.getShell(),
                            TEXTS.of("page.map"),
                            editor.workspace().sentence(failure));
                case Result.Cancelled<T> cancelled -> {}
            }
        });
    }
}
