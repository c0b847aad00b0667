package org.mailwain.ui.reports.internal;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.report.Cause;
import org.mailwain.report.MailboxSheet;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Why items and mailboxes are listed, the gravest first, and what to do. */
final class CauseTable {
    private static final Texts TEXTS = Texts.beside(CauseTable.class);

    private final ReportEditor editor;
    private final Grid grid;
    private Place place;

    CauseTable(ReportEditor editor, Composite parent) {
        this.editor = editor;
        grid = new Grid(
                parent,
                "report.causes",
                TEXTS.of("tab.causes"),
                List.of(
                        new Grid.Column(TEXTS.of("cause.person"), 110, false),
                        new Grid.Column(TEXTS.of("cause.kind"), 180, false),
                        new Grid.Column(TEXTS.of("cause.items"), 80, true),
                        new Grid.Column(TEXTS.of("cause.mailboxes"), 90, true),
                        new Grid.Column(TEXTS.of("cause.sentence"), 420, false),
                        new Grid.Column(TEXTS.of("cause.advice"), 420, false)));
    }

    Control control() {
        return grid.table();
    }

    void show(Place wanted) {
        place = wanted;
        if (wanted.mailbox() == 0) {
            show(editor.report().report().causes());
            return;
        }
        new Background(grid.table().getDisplay())
                .<MailboxSheet>quietly(
                        TEXTS.of("work.read"), context -> editor.report().sheet(wanted.mailbox()), result -> {
                            if (wanted.equals(place)
                                    && !grid.table().isDisposed()
                                    && result instanceof Result.Done<MailboxSheet>(MailboxSheet sheet)) {
                                show(sheet.causes());
                            }
                        });
    }

    private void show(List<Cause> causes) {
        grid.show(causes.stream().map(CauseTable::row).toList());
    }

    private static Grid.Row row(Cause cause) {
        return new Grid.Row(
                List.of(
                        cause.needsPerson() ? "⚠ " + TEXTS.of("cause.needed") : TEXTS.of("cause.known"),
                        cause.kind() == null ? TEXTS.of("cause.mailbox") : Signs.of(cause.kind()),
                        cause.items() == 0 ? "–" : Shown.count(cause.items()),
                        Shown.count(cause.mailboxes()),
                        cause.sentence(),
                        cause.advice()),
                false);
    }
}
