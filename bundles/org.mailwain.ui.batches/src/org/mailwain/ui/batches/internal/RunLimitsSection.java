package org.mailwain.ui.batches.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.operations.run.LimitKey;
import org.mailwain.operations.run.LimitsChange;
import org.mailwain.presenters.batches.BatchControl;
import org.mailwain.presenters.batches.BatchPicture;
import org.mailwain.presenters.batches.RunLimitsForm;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** How hard the run works that is at work now; what is changed here is taken at once and holds until it ends. */
final class RunLimitsSection {
    private static final Texts TEXTS = BatchPage.TEXTS;
    private static final int WIDTH = 120;

    private final BatchEditor editor;
    private final RunLimitsForm form = new RunLimitsForm();
    private final Map<LimitKey, Text> fields = new EnumMap<>(LimitKey.class);
    private final Button take;
    private final Label says;
    private boolean running;
    private boolean asking;
    private boolean showing;

    RunLimitsSection(BatchEditor editor, FormToolkit toolkit, Composite section) {
        this.editor = editor;
        Composite grid = toolkit.createComposite(section);
        GridLayoutFactory.swtDefaults()
                .numColumns(3)
                .margins(0, 2)
                .spacing(12, 6)
                .applyTo(grid);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(grid);
        toolkit.createLabel(grid, TEXTS.of("run." + LimitKey.MAILBOXES.word()));
        fields.put(LimitKey.MAILBOXES, field(toolkit, grid, LimitKey.MAILBOXES));
        toolkit.createLabel(grid, "");
        sides(toolkit, grid);
        take = toolkit.createButton(section, TEXTS.of("run.take"), SWT.PUSH);
        take.setData("id", "limits.take");
        take.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> form.change().ifPresent(this::change)));
        says = toolkit.createLabel(section, "", SWT.WRAP);
        says.setData("id", "limits.says");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .indent(8, 0)
                .applyTo(says);
        show();
        editor.onPicture(this::changed);
    }

    /** A column for the source and one for the target, a line for each limit that both have. */
    private void sides(FormToolkit toolkit, Composite grid) {
        toolkit.createLabel(grid, "");
        for (String side : List.of("source", "target")) {
            GridDataFactory.swtDefaults().indent(8, 0).applyTo(toolkit.createLabel(grid, TEXTS.of("run." + side)));
        }
        Map<String, List<LimitKey>> lines = Arrays.stream(LimitKey.values())
                .filter(key -> key != LimitKey.MAILBOXES)
                .collect(Collectors.groupingBy(
                        key -> key.word().substring(key.word().indexOf('.') + 1),
                        LinkedHashMap::new,
                        Collectors.toList()));
        lines.forEach((limit, keys) -> {
            toolkit.createLabel(grid, TEXTS.of("run." + limit));
            keys.forEach(key -> fields.put(key, field(toolkit, grid, key)));
        });
    }

    private Text field(FormToolkit toolkit, Composite section, LimitKey key) {
        Text field = toolkit.createText(section, "", SWT.SINGLE | SWT.BORDER);
        field.setData("id", "limits.run." + key.word());
        Names.give(field, TEXTS.of("run." + key.word()));
        GridDataFactory.swtDefaults().indent(8, 0).hint(WIDTH, SWT.DEFAULT).applyTo(field);
        field.addModifyListener(event -> {
            if (!showing) {
                form.type(key, field.getText());
                tell();
            }
        });
        return field;
    }

    private void changed(BatchPicture picture) {
        if (take.isDisposed()) {
            return;
        }
        if (picture.isRunning() != running) {
            running = picture.isRunning();
            form.forget();
            show();
        }
        // a run that has just begun may not answer yet
        if (running && !form.isKnown() && !asking) {
            ask(Optional.empty());
        }
    }

    private void change(LimitsChange change) {
        ask(Optional.of(change));
    }

    private void ask(Optional<LimitsChange> change) {
        asking = true;
        BatchControl control =
                new BatchControl(editor.workspace().services(), editor.project().folder(), editor.batch());
        new Background(take.getDisplay())
                .<Map<LimitKey, Long>>start(
                        TEXTS.of("run.job", editor.batch()),
                        context -> change.isPresent() ? control.limits(change.get()) : control.limits(),
                        this::answered);
    }

    private void answered(Result<Map<LimitKey, Long>> result) {
        asking = false;
        if (take.isDisposed()) {
            return;
        }
        if (result instanceof Result.Done<Map<LimitKey, Long>>(var limits)) {
            form.show(limits);
            show();
        } else if (result instanceof Result.Failed<Map<LimitKey, Long>>(var failure)) {
            says.setText(editor.workspace().sentence(failure));
        }
    }

    private void show() {
        showing = true;
        fields.forEach((key, field) -> {
            field.setEnabled(running && form.isKnown());
            field.setText(running ? form.text(key) : "");
        });
        showing = false;
        tell();
    }

    private void tell() {
        Optional<LimitKey> wrong = form.wrong();
        take.setEnabled(running && form.change().isPresent());
        says.setText(
                !running
                        ? TEXTS.of("run.none")
                        : wrong.map(key -> TEXTS.of("run.wrong", key.word(), key.least(), key.most()))
                                .orElse(""));
    }
}
