package org.mailwain.ui.internal.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.internal.Messages;

/** The name of a new project, which is that of its folder, and the folder around it. */
final class NewProjectPage extends WizardPage {
    private static final int WIDTH = 520;

    private final Path usual;
    private Text name;
    private Text parent;
    private Label says;

    NewProjectPage(Path usual) {
        super("project", Messages.of("project.create.title"), null);
        this.usual = usual;
        setDescription(Messages.of("project.create.message"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite area) {
        Composite body = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults()
                .numColumns(3)
                .margins(10, 10)
                .spacing(10, 8)
                .applyTo(body);
        name = field(body, "project.new.name", 2);
        parent = field(body, "project.new.parent", 1);
        parent.setText(usual.toString());
        Button browse = new Button(body, SWT.PUSH);
        browse.setText(Messages.of("project.new.browse"));
        browse.setData("id", "project.new.browse");
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
        says = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(says);
        Label makes = new Label(body, SWT.WRAP);
        makes.setText(Messages.of("project.new.makes"));
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(makes);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.mailwain.ui.help.start");
        setControl(body);
        name.setFocus();
    }

    private Text field(Composite body, String key, int span) {
        new Label(body, SWT.NONE).setText(Messages.of(key));
        Text field = new Text(body, SWT.BORDER);
        field.setData("id", key);
        Names.give(field, Messages.of(key).replaceAll("[&:]", ""));
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .span(span, 1)
                .grab(true, false)
                .applyTo(field);
        field.addModifyListener(event -> look());
        return field;
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setFilterPath(parent.getText());
        String chosen = dialog.open();
        if (chosen != null) {
            parent.setText(chosen);
        }
    }

    private void look() {
        if (says == null) {
            return;
        }
        Optional<Path> folder = folder();
        says.setText(folder.map(path -> Messages.of("project.new.folder", path)).orElse(""));
        says.requestLayout();
        setPageComplete(folder.isPresent());
        setErrorMessage(folder.isPresent() || name.getText().isBlank() ? null : Messages.of("project.new.bad"));
    }

    /** Empty until both fields make sense. */
    Optional<Path> folder() {
        String called = name.getText().strip();
        try {
            Path around = Path.of(parent.getText().strip());
            Path folder = around.resolve(called);
            boolean good = !called.isEmpty()
                    && around.isAbsolute()
                    && around.equals(folder.getParent())
                    && !called.startsWith(".");
            return good ? Optional.of(folder) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
