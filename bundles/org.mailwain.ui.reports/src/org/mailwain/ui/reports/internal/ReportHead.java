package org.mailwain.ui.reports.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.presenters.reports.ReportExport;
import org.mailwain.report.Report;
import org.mailwain.report.Verdict;
import org.mailwain.ui.Texts;

/** What a report says in one line, and what can be done with it. */
final class ReportHead {
    private static final Texts TEXTS = Texts.beside(ReportHead.class);

    ReportHead(ReportEditor editor, Composite parent) {
        Composite line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 4).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        Report report = editor.report().report();
        Label verdict = label(line, Signs.of(report.figures().verdict()));
        verdict.setFont(JFaceResources.getHeaderFont());
        verdict.setData("id", "report.verdict");
        if (report.figures().verdict().compareTo(Verdict.FAILED) >= 0) {
            verdict.setForeground(Signs.red(verdict));
        }
        buttons(editor, line);
        Label sums = label(line, sums(report));
        sums.setData("id", "report.sums");
        ((org.eclipse.swt.layout.GridData) sums.getLayoutData()).horizontalSpan = 2;
        Label from = label(
                line,
                TEXTS.of(
                        "head.from",
                        report.info().source().address(),
                        report.info().target().address(),
                        Shown.moment(report.written()),
                        report.state().label()));
        ((org.eclipse.swt.layout.GridData) from.getLayoutData()).horizontalSpan = 2;
    }

    private static String sums(Report report) {
        FolderCounts counts = report.figures().counts();
        String sums = TEXTS.of(
                "head.sums",
                Shown.count(report.completeMailboxes()),
                Shown.count(report.mailboxes()),
                report.figures().listed() ? Shown.count(counts.listed()) : TEXTS.of("not.listed"),
                Shown.count(counts.of(ItemOutcome.COPIED)),
                Shown.size(counts.bytes()),
                Shown.count(report.figures().needs()));
        int failed = report.mailboxes(Verdict.FAILED) + report.mailboxes(Verdict.NOT_BALANCED);
        return failed == 0 ? sums : sums + TEXTS.of("head.failed", failed);
    }

    private static Label label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(label);
        return label;
    }

    private static void buttons(ReportEditor editor, Composite parent) {
        Composite buttons = new Composite(parent, SWT.NONE);
        RowLayoutFactory.fillDefaults().spacing(6).applyTo(buttons);
        Button export = button(buttons, "export", () -> {});
        Menu menu = new Menu(export);
        for (ReportExport.Form form : ReportExport.Form.values()) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(TEXTS.of("export." + Signs.key(form)));
            item.setData("id", "report.export." + Signs.key(form));
            item.addSelectionListener(
                    SelectionListener.widgetSelectedAdapter(event -> new ReportFiles(editor).export(form)));
        }
        export.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            menu.setLocation(export.toDisplay(0, export.getSize().y));
            menu.setVisible(true);
        }));
        button(buttons, "print", () -> new ReportPrint(editor).print());
        button(buttons, "verify", () -> new ReportFiles(editor).verify());
        button(buttons, "browse", () -> new ReportFiles(editor).browse());
    }

    private static Button button(Composite parent, String key, Runnable work) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(TEXTS.of("button." + key));
        button.setToolTipText(TEXTS.of("button." + key + ".help"));
        button.setData("id", "report." + key);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> work.run()));
        return button;
    }
}
