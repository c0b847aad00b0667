package org.mailwain.ui.lists.internal.wizard;

import org.mailwain.presenters.lists.ListImport;
import org.mailwain.ui.wizards.FilePage;
import org.mailwain.ui.wizards.NewFileWizard;

/** Makes a mailbox list of a CSV of any make: file, how it is written, what its columns mean. */
public final class ImportWizard extends NewFileWizard {
    private ImportFilePage file;

    public ImportWizard() {
        setWindowTitle(NewListWizard.TEXTS.of("import.title"));
    }

    @Override
    public void addPages() {
        file = new ImportFilePage(this, projects(), usual());
        addPage(file);
        addPage(new FormatPage(this));
        addPage(new MeaningPage(this));
    }

    /** What has been read; null before. */
    ListImport list() {
        return file.list();
    }

    String sentence(org.mailwain.api.failure.Failure failure) {
        return workspace().sentence(failure);
    }

    @Override
    protected FilePage file() {
        return file;
    }

    @Override
    protected byte[] contents() {
        return list().list();
    }
}
