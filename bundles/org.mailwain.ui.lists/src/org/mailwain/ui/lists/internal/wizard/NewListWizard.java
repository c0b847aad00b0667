package org.mailwain.ui.lists.internal.wizard;

import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.project.mailboxes.ExchangeList;
import org.mailwain.ui.Texts;
import org.mailwain.ui.wizards.FilePage;
import org.mailwain.ui.wizards.NewFileWizard;

/** Makes a mailbox list with headings and no rows. */
public final class NewListWizard extends NewFileWizard {
    static final Texts TEXTS = Texts.beside(NewListWizard.class);

    private FilePage file;

    public NewListWizard() {
        setWindowTitle(TEXTS.of("new.title"));
    }

    @Override
    public void addPages() {
        file = new FilePage(FileKind.MAILBOX_LIST, TEXTS.of("new.title"), TEXTS.of("new.text"), projects(), usual());
        addPage(file);
    }

    @Override
    protected FilePage file() {
        return file;
    }

    @Override
    protected byte[] contents() {
        return ExchangeList.template(false);
    }
}
