package org.mailwain.ui.reports.internal;

import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.mailwain.api.failure.Failure;
import org.mailwain.presenters.reports.OpenReport;
import org.mailwain.presenters.reports.ReportExport;
import org.mailwain.report.Manifest;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** What is done with the files of a report, in the background. UI thread. */
final class ReportFiles {
    private static final Texts TEXTS = Texts.beside(ReportFiles.class);
    /** Differences that are told one by one. */
    private static final int TOLD = 20;

    private final ReportEditor editor;
    private final OpenReport report;
    private final Shell shell;

    ReportFiles(ReportEditor editor) {
        this.editor = editor;
        this.report = editor.report();
        this.shell = editor.getSite().getShell();
    }

    /** Asks where to, and writes there. */
    void export(ReportExport.Form form) {
        String place = form.isOneFile() ? file(form) : folder(form);
        if (place != null) {
            export(form, place);
        }
    }

    /** @param place the file or the folder, as the form wants it */
    void export(ReportExport.Form form, String place) {
        new Background(shell.getDisplay())
                .<Boolean>start(
                        TEXTS.of("work.export", place),
                        context -> {
                            ReportExport.write(report, form, Path.of(place), context.cancel());
                            return true;
                        },
                        result -> told(result, TEXTS.of("export.done", place)));
    }

    private String file(ReportExport.Form form) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(TEXTS.of("export." + Signs.key(form)));
        dialog.setFileName(report.report().batch() + "-" + form.files().getFirst());
        return dialog.open();
    }

    private String folder(ReportExport.Form form) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.SAVE);
        dialog.setText(TEXTS.of("export." + Signs.key(form)));
        dialog.setMessage(TEXTS.of("export.folder"));
        return dialog.open();
    }

    /** Whether every file is as it was written. */
    void verify() {
        new Background(shell.getDisplay())
                .<Manifest.Findings>start(
                        TEXTS.of("work.verify"),
                        context -> Manifest.verify(report.folder(), context.cancel()),
                        result -> {
                            String said = "";
                            if (result instanceof Result.Done<Manifest.Findings>(Manifest.Findings findings)) {
                                said = said(findings);
                            }
                            told(result, said);
                        });
    }

    private static String said(Manifest.Findings findings) {
        if (findings.unaltered()) {
            return TEXTS.of("verify.good", findings.files());
        }
        StringBuilder all =
                new StringBuilder(TEXTS.of("verify.bad", findings.differences().size(), findings.files()));
        findings.differences().stream()
                .limit(TOLD)
                .forEach(each ->
                        all.append('\n').append(TEXTS.of("verify." + Signs.key(each.difference()), each.path())));
        return all.toString();
    }

    private void told(Result<?> result, String done) {
        if (shell.isDisposed()) {
            return;
        }
        switch (result) {
            case Result.Done<?> good ->
                MessageDialog.openInformation(
                        shell, TEXTS.of("part", report.report().batch()), done);
            case Result.Failed<?>(Failure failure) ->
                MessageDialog.openError(
                        shell,
                        TEXTS.of("part", report.report().batch()),
                        editor.workspace().sentence(failure));
            case Result.Cancelled<?> cancelled -> {}
        }
    }

    /** The report's own pages, in the system's browser. */
    void browse() {
        Program.launch(report.folder().resolve("index.html").toUri().toString());
    }
}
