package org.mailwain.ui.lists.internal.wizard;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.mailwain.presenters.editing.EditedFile;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.presenters.lists.ListImport;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.project.ProjectNames;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;
import org.mailwain.ui.wizards.FilePage;

/** The file to import, and what the list is to be called. */
final class ImportFilePage extends FilePage {
    private static final Texts TEXTS = NewListWizard.TEXTS;

    private final ImportWizard wizard;
    private Text path;
    private ListImport list;
    private String lack = TEXTS.of("lack.file");

    ImportFilePage(ImportWizard wizard, List<ProjectModel> projects, ProjectModel usual) {
        super(FileKind.MAILBOX_LIST, TEXTS.of("import.title"), TEXTS.of("import.text"), projects, usual);
        this.wizard = wizard;
    }

    ListImport list() {
        return list;
    }

    @Override
    protected void fill(Composite body) {
        label(body, TEXTS.of("import.file"));
        Composite line = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        path = new Text(line, SWT.BORDER);
        path.setData("id", "import.file");
        Names.give(path, TEXTS.of("import.file.name"));
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(path);
        path.addModifyListener(event -> read());
        Button browse = new Button(line, SWT.PUSH);
        browse.setText(TEXTS.of("import.browse"));
        browse.setData("id", "import.browse");
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.csv;*.txt;*.tsv", "*.*"});
        String chosen = dialog.open();
        if (chosen != null) {
            path.setText(chosen);
        }
    }

    private void read() {
        list = null;
        lack = TEXTS.of("lack.file");
        look();
        String typed = path.getText().strip();
        Path file;
        try {
            file = Path.of(typed).toAbsolutePath();
        } catch (InvalidPathException e) {
            return;
        }
        if (typed.isEmpty() || file.getFileName() == null) {
            return;
        }
        new Background(path.getDisplay())
                .<ListImport>quietly(
                        TEXTS.of("import.reading"),
                        context -> new ListImport(new EditedFile(file.getParent(), file).load()),
                        result -> {
                            if (!path.isDisposed() && path.getText().strip().equals(typed)) {
                                took(result, file);
                            }
                        });
    }

    private void took(Result<ListImport> result, Path file) {
        switch (result) {
            case Result.Done<ListImport>(ListImport read) -> {
                list = read;
                lack = read.rows() == 0 ? TEXTS.of("lack.rows") : null;
                suggest(ProjectNames.suggestion(file.getFileName().toString().replaceAll("\\.[^.]*$", "")));
            }
            case Result.Failed<ListImport>(var failure) -> lack = wizard.sentence(failure);
            case Result.Cancelled<ListImport> cancelled -> {}
        }
        look();
    }

    @Override
    protected Optional<String> lack() {
        return Optional.ofNullable(lack);
    }
}
