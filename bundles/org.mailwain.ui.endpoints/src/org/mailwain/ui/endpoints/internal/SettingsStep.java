package org.mailwain.ui.endpoints.internal;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.settings.FormField;

/** What the provider of the kind asks for, and says of what was typed. */
final class SettingsStep extends WizardPage {
    private static final int HEIGHT = 260;

    private final NewEndpointWizard wizard;
    private SettingsFields fields;
    private ScrolledForm form;
    private boolean seen;

    SettingsStep(NewEndpointWizard wizard) {
        super("settings", EndpointPage.TEXTS.of("new.settings"), null);
        this.wizard = wizard;
        setDescription(EndpointPage.TEXTS.of("new.settings.text"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(10, 10).applyTo(body);
        FormToolkit toolkit = new FormToolkit(parent.getDisplay());
        toolkit.setBackground(null);
        body.addDisposeListener(event -> toolkit.dispose());
        form = toolkit.createScrolledForm(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(520, HEIGHT).applyTo(form);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(4, 4)
                .spacing(10, 8)
                .applyTo(form.getBody());
        fields = new SettingsFields(wizard, toolkit, form.getBody(), this::asked, () -> form.reflow(true));
        Label later = new Label(body, SWT.WRAP);
        later.setText(EndpointPage.TEXTS.of("new.later"));
        GridDataFactory.fillDefaults().grab(true, false).hint(520, SWT.DEFAULT).applyTo(later);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.mailwain.ui.help.endpoint");
        setControl(body);
        wizard.editing().onChange(this::show);
        wizard.onProblems(this::show);
        show();
    }

    private List<FormField> asked() {
        return Stream.concat(wizard.form().connection().stream(), wizard.form().signIn().stream())
                .toList();
    }

    private void show() {
        if (form.isDisposed()) {
            return;
        }
        fields.refresh();
        Problem first =
                wizard.problems().stream().filter(Problem::isError).findFirst().orElse(null);
        setPageComplete(first == null);
        setErrorMessage(first == null || !seen ? null : wizard.space().sentence(first.failure()));
        setMessage(
                wizard.form().isInsecure() ? EndpointPage.TEXTS.of("insecure") : getDescription(),
                wizard.form().isInsecure() ? IMessageProvider.WARNING : IMessageProvider.NONE);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            fields.focus();
        } else {
            seen = true;
        }
    }
}
