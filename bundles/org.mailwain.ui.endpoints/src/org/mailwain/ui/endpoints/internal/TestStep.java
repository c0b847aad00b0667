package org.mailwain.ui.endpoints.internal;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** Whether the server answers as the settings say. Nobody is held up here: a server may not be up yet. */
final class TestStep extends WizardPage {
    private final NewEndpointWizard wizard;
    private TestSection test;

    TestStep(NewEndpointWizard wizard) {
        super("test", EndpointPage.TEXTS.of("test"), null);
        this.wizard = wizard;
        setDescription(EndpointPage.TEXTS.of("test.text"));
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(10, 10)
                .spacing(10, 8)
                .applyTo(body);
        FormToolkit toolkit = new FormToolkit(parent.getDisplay());
        toolkit.setBackground(null);
        body.addDisposeListener(event -> toolkit.dispose());
        test = new TestSection(wizard, toolkit, body);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.mailwain.ui.help.endpoint");
        setControl(body);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            test.focus();
        }
    }
}
