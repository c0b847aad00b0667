package org.mailwain.ui.batches.internal;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.operations.run.RunHolder;
import org.mailwain.operations.run.RunPicture;
import org.mailwain.presenters.batches.BatchPicture;
import org.mailwain.presenters.batches.BatchPicture.Wish;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.ui.Texts;

/** State, wishes and sums of a batch. */
final class RunHead {
    private static final Texts TEXTS = Texts.beside(RunHead.class);

    private final Label state;
    private final Label holder;
    private final ShareBar bar;
    private final Map<Wish, Button> wishes = new EnumMap<>(Wish.class);
    private final Map<String, Label> figures = new java.util.LinkedHashMap<>();
    private final Composite whole;

    RunHead(BatchEditor editor, FormToolkit toolkit, Composite parent) {
        whole = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 6).applyTo(whole);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(whole);
        state = toolkit.createLabel(whole, "");
        state.setFont(JFaceResources.getHeaderFont());
        state.setData("id", "run.state");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(state);
        Composite buttons = toolkit.createComposite(whole);
        RowLayoutFactory.fillDefaults().spacing(6).applyTo(buttons);
        WishWork work = new WishWork(editor);
        for (Wish wish : Wish.values()) {
            wishes.put(wish, button(toolkit, buttons, key(wish), () -> work.carryOut(wish, java.util.List.of())));
        }
        button(toolkit, buttons, "report", () -> new ReportWork(editor).write());
        bar = new ShareBar(whole);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(SWT.DEFAULT, 18)
                .applyTo(bar.control());
        holder = toolkit.createLabel(whole, "");
        holder.setData("id", "run.holder");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(holder);
        Composite sums = toolkit.createComposite(whole);
        GridLayoutFactory.fillDefaults()
                .numColumns(7)
                .equalWidth(true)
                .spacing(8, 0)
                .applyTo(sums);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(sums);
        for (String key : new String[] {"mailboxes", "items", "copied", "failed", "size", "rate", "left"}) {
            figure(toolkit, sums, key);
        }
    }

    private static String key(Wish wish) {
        return wish.name().toLowerCase(Locale.ROOT);
    }

    private static Button button(FormToolkit toolkit, Composite parent, String key, Runnable work) {
        Button button = toolkit.createButton(parent, TEXTS.of("wish." + key), SWT.PUSH);
        button.setToolTipText(TEXTS.of("wish." + key + ".help"));
        button.setData("id", "run." + key);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> work.run()));
        return button;
    }

    private void figure(FormToolkit toolkit, Composite parent, String key) {
        Composite pair = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().spacing(0, 1).applyTo(pair);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(pair);
        toolkit.createLabel(pair, TEXTS.of("figure." + key)).setEnabled(true);
        Label value = toolkit.createLabel(pair, "–");
        value.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        value.setData("id", "run.figure." + key);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
        figures.put(key, value);
    }

    void show(BatchPicture picture) {
        set(state, States.signed(picture.state()));
        set(holder, holder(picture));
        bar.show(picture.share(), picture.errors().isEmpty());
        boolean changed = false;
        for (Map.Entry<Wish, Button> wish : wishes.entrySet()) {
            boolean on = picture.wishes().contains(wish.getKey());
            changed |= wish.getValue().getVisible() != on;
            wish.getValue().setVisible(on);
            ((org.eclipse.swt.layout.RowData) rowData(wish.getValue())).exclude = !on;
        }
        sums(picture);
        if (changed) {
            whole.layout(true, true);
        }
    }

    private static Object rowData(Button button) {
        if (button.getLayoutData() == null) {
            button.setLayoutData(new org.eclipse.swt.layout.RowData());
        }
        return button.getLayoutData();
    }

    private static String holder(BatchPicture picture) {
        if (picture.holder().isPresent()) {
            RunHolder run = picture.holder().get();
            return TEXTS.of("run.by", String.valueOf(run.pid()), run.host(), Shown.moment(run.since()));
        }
        return TEXTS.of(picture.died() ? "run.died" : picture.isNew() ? "run.never" : "run.rests");
    }

    private void sums(BatchPicture picture) {
        RunPicture.Totals totals = picture.totals();
        boolean running = picture.isRunning();
        set(
                "mailboxes",
                Shown.count(running ? totals.ended() : picture.mailboxes().size())
                        + (running ? " / " + Shown.count(totals.mailboxes()) : ""));
        set(
                "items",
                Shown.count(totals.handled())
                        + (totals.planned() > 0
                                ? " / " + Shown.count(Math.max(totals.handled(), totals.planned()))
                                : ""));
        set("copied", Shown.count(totals.copied()));
        set("failed", (totals.failed() > 0 ? States.BAD + " " : "") + Shown.count(totals.failed()));
        set("size", Shown.size(totals.bytes()));
        set(
                "rate",
                running
                        ? TEXTS.of(
                                "rate.now",
                                Shown.rate(totals.itemsPerSecond()),
                                Shown.rate(totals.bytesPerSecond() / 1e6))
                        : "–");
        set("left", running && totals.left() != null ? Shown.span(totals.left()) : "–");
    }

    private void set(String figure, String text) {
        set(figures.get(figure), text);
    }

    private static void set(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
    }

    boolean focus() {
        return wishes.values().stream()
                .filter(Button::getVisible)
                .findFirst()
                .map(Button::setFocus)
                .orElse(false);
    }
}
