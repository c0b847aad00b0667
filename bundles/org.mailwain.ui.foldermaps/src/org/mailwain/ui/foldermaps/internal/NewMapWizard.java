package org.mailwain.ui.foldermaps.internal;

import java.nio.charset.StandardCharsets;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.ui.Texts;
import org.mailwain.ui.wizards.FilePage;
import org.mailwain.ui.wizards.NewFileWizard;

/** Makes a folder map that sends special folders to special folders and keeps all other names. */
public final class NewMapWizard extends NewFileWizard {
    private static final Texts TEXTS = Texts.beside(NewMapWizard.class);
    private static final String BEGINNING = "specialUse: names\n";

    private FilePage file;

    public NewMapWizard() {
        setWindowTitle(TEXTS.of("new.title"));
    }

    @Override
    public void addPages() {
        file = new FilePage(FileKind.FOLDER_MAP, TEXTS.of("new.title"), TEXTS.of("new.text"), projects(), usual());
        addPage(file);
    }

    @Override
    protected FilePage file() {
        return file;
    }

    @Override
    protected byte[] contents() {
        return BEGINNING.getBytes(StandardCharsets.UTF_8);
    }
}
