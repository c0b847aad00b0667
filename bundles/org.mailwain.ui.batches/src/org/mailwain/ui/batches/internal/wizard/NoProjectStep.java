package org.mailwain.ui.batches.internal.wizard;

import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;

/** Says that a batch belongs to a project. */
final class NoProjectStep extends WizardPage {
    NoProjectStep() {
        super("none", NewBatchWizard.TEXTS.of("title"), null);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(NewBatchWizard.TEXTS.of("no_project"));
        PlatformUI.getWorkbench().getHelpSystem().setHelp(label, "org.mailwain.ui.help.new_batch");
        setControl(label);
    }
}
