package org.mailwain.ui.reports.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.mailwain.report.MailboxSheet;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** The evidence sheets of what is selected: the balance of the source, and below it what stands on the target. */
final class SheetTables {
    private static final Texts TEXTS = Texts.beside(SheetTables.class);

    private final ReportEditor editor;
    private final Composite whole;
    private final Label rule;
    private final Grid source;
    private final Grid target;
    private Place place;

    SheetTables(ReportEditor editor, Composite parent) {
        this.editor = editor;
        whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(whole);
        rule = new Label(whole, SWT.WRAP);
        rule.setText(TEXTS.of("sheet.rule"));
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(rule);
        SashForm halves = new SashForm(whole, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        source = new Grid(halves, "report.sheet", TEXTS.of("tab.sheets"), SheetRows.sourceColumns());
        target = new Grid(halves, "report.target", TEXTS.of("sheet.target"), SheetRows.targetColumns());
        halves.setWeights(6, 4);
    }

    Control control() {
        return whole;
    }

    void show(Place wanted) {
        place = wanted;
        if (wanted.mailbox() == 0) {
            List<Grid.Row> rows = new ArrayList<>();
            rows.add(SheetRows.batch(editor.report().report()));
            editor.report().mailboxes().forEach(mailbox -> rows.add(SheetRows.mailbox(mailbox)));
            source.show(rows);
            List<Grid.Row> targets = new ArrayList<>();
            editor.report().mailboxes().forEach(mailbox -> targets.add(SheetRows.targetOf(mailbox)));
            target.show(targets);
            return;
        }
        new Background(whole.getDisplay())
                .<MailboxSheet>quietly(
                        TEXTS.of("work.read"), context -> editor.report().sheet(wanted.mailbox()), result -> {
                            if (wanted.equals(place)
                                    && !whole.isDisposed()
                                    && result instanceof Result.Done<MailboxSheet>(MailboxSheet sheet)) {
                                show(sheet);
                            }
                        });
    }

    private void show(MailboxSheet sheet) {
        List<Grid.Row> rows = new ArrayList<>();
        for (int i = 0; i < sheet.folders().size(); i++) {
            if (place.folder() < 0 || place.folder() == i) {
                rows.add(SheetRows.folder(sheet.folders().get(i)));
            }
        }
        source.show(rows);
        target.show(sheet.targets().stream()
                .filter(each -> place.folder() < 0
                        || each.folder()
                                .equals(sheet.folders().get(place.folder()).target()))
                .map(SheetRows::target)
                .toList());
    }
}
