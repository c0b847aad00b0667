package org.mailwain.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.wizards.IWizardDescriptor;

/** Opens the wizard that the parameter names. The platform's own command gives its menu items no keys. */
public final class NewHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        String id = event.getParameter("wizard");
        IWizardDescriptor found = window.getWorkbench().getNewWizardRegistry().findWizard(id);
        if (found == null) {
            throw new ExecutionException(id);
        }
        try {
            IWorkbenchWizard wizard = found.createWizard();
            wizard.init(window.getWorkbench(), StructuredSelection.EMPTY);
            new WizardDialog(window.getShell(), wizard).open();
        } catch (CoreException e) {
            throw new ExecutionException(id, e);
        }
        return null;
    }
}
