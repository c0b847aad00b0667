package org.mailwain.ui.endpoints.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.mailwain.presenters.endpoints.EndpointForm;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.project.yaml.YamlValue;
import org.mailwain.ui.Texts;
import org.mailwain.ui.wizards.FilePage;

/** The name of the endpoint and what kind of server it is; whoever knows only an address lets it be found. */
final class KindPage extends FilePage {
    private static final Texts TEXTS = EndpointPage.TEXTS;
    private static final int WIDTH = 520;

    private final NewEndpointWizard wizard;
    private final List<Button> kinds = new ArrayList<>();

    KindPage(NewEndpointWizard wizard, List<ProjectModel> projects, ProjectModel usual) {
        super(FileKind.ENDPOINT, TEXTS.of("new.title"), TEXTS.of("new.text"), projects, usual);
        this.wizard = wizard;
    }

    @Override
    protected void fill(Composite body) {
        Group group = new Group(body, SWT.NONE);
        group.setText(TEXTS.of("new.kind"));
        GridLayoutFactory.swtDefaults().applyTo(group);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(group);
        for (String kind : wizard.form().kinds()) {
            Button button = new Button(group, SWT.RADIO);
            button.setText(TEXTS.has("kind." + kind) ? TEXTS.of("kind." + kind) : TEXTS.of("kind.other", kind));
            button.setData(kind);
            button.setData("id", "new.kind." + kind);
            button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose(button)));
            kinds.add(button);
        }
        Button find = new Button(body, SWT.PUSH);
        find.setText(TEXTS.of("new.find"));
        find.setData("id", "new.find");
        find.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> new FindDialog(wizard).open()));
        Label says = new Label(body, SWT.WRAP);
        says.setText(TEXTS.of("new.find.text"));
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(WIDTH / 2, SWT.DEFAULT)
                .applyTo(says);
        wizard.editing().onChange(this::show);
        show();
    }

    private void choose(Button button) {
        if (button.getSelection()) {
            wizard.set(EndpointForm.KIND, Optional.of(YamlValue.literal((String) button.getData())));
        }
    }

    private void show() {
        String kind = wizard.form().kind().orElse("");
        kinds.forEach(button -> {
            if (!button.isDisposed()) {
                button.setSelection(kind.equals(button.getData()));
            }
        });
    }
}
