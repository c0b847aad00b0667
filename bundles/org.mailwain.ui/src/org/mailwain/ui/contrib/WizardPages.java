package org.mailwain.ui.contrib;

import java.util.List;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.PlatformUI;

/** Adds pages to one wizard of the workbench. Without state. */
public interface WizardPages {
    /** The wizard's id, as in plugin.xml. */
    String wizard();

    /** Pages with a small number come first; those of the wizard itself before all. */
    int order();

    void addTo(Wizard wizard);

    /** All for a wizard, in order. */
    static List<WizardPages> of(String wizard) {
        return PlatformUI.getWorkbench().getService(Contributions.class).wizardPages(wizard);
    }
}
