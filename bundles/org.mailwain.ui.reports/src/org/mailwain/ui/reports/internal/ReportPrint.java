package org.mailwain.ui.reports.internal;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.custom.StyledTextPrintOptions;
import org.eclipse.swt.printing.PrintDialog;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.Shell;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.presenters.reports.MailboxSummary;
import org.mailwain.report.Cause;
import org.mailwain.report.Report;
import org.mailwain.ui.Texts;

/** Prints what a report says: verdict, sums, causes, and a line for each mailbox. */
final class ReportPrint {
    private static final Texts TEXTS = Texts.beside(ReportPrint.class);

    private final ReportEditor editor;

    ReportPrint(ReportEditor editor) {
        this.editor = editor;
    }

    void print() {
        Shell shell = editor.getSite().getShell();
        PrinterData data = new PrintDialog(shell, SWT.PRIMARY_MODAL).open();
        if (data == null) {
            return;
        }
        StyledText text = new StyledText(shell, SWT.NONE);
        text.setVisible(false);
        text.setFont(JFaceResources.getTextFont());
        text.setText(text());
        StyledTextPrintOptions options = new StyledTextPrintOptions();
        options.jobName = editor.getPartName();
        options.header = StyledTextPrintOptions.SEPARATOR + editor.getPartName() + StyledTextPrintOptions.SEPARATOR;
        options.footer = StyledTextPrintOptions.SEPARATOR
                + StyledTextPrintOptions.PAGE_TAG
                + StyledTextPrintOptions.SEPARATOR
                + Shown.moment(editor.report().report().written());
        Printer printer = new Printer(data);
        Runnable printing = text.print(printer, options);
        text.dispose();
        Thread.ofPlatform().daemon().name("print").start(() -> {
            printing.run();
            printer.dispose();
        });
    }

    private String text() {
        Report report = editor.report().report();
        FolderCounts sum = report.figures().counts();
        StringBuilder text = new StringBuilder(Signs.of(report.figures().verdict())).append("\n\n");
        text.append(TEXTS.of(
                        "head.from",
                        report.info().source().address(),
                        report.info().target().address(),
                        Shown.moment(report.written()),
                        report.state().label()))
                .append("\n\n");
        line(text, TEXTS.of("sheet.listed"), Shown.count(sum.listed()));
        for (ItemOutcome outcome : ItemOutcome.values()) {
            line(text, TEXTS.of("outcome." + Signs.key(outcome)), Shown.count(sum.of(outcome)));
        }
        text.append('\n');
        for (Cause cause : report.causes()) {
            line(text, cause.sentence(), Shown.count(Math.max(cause.items(), cause.mailboxes())));
        }
        text.append('\n');
        for (MailboxSummary mailbox : editor.report().mailboxes()) {
            line(
                    text,
                    mailbox.label(),
                    Shown.count(mailbox.figures().counts().listed()) + "  "
                            + Signs.of(mailbox.figures().verdict()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name)
                .append("  ")
                .append(".".repeat(Math.max(3, 48 - name.length())))
                .append("  ")
                .append(value)
                .append('\n');
    }
}
