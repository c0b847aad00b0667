package org.mailwain.ui.help.internal;

import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;

/** Help beside the work: F1 opens the page of what has the focus in a view of the window. */
public final class WindowHelp extends AbstractHelpUI {
    @Override
    public void displayHelp() {
        show(Topics.START);
    }

    @Override
    public void displayContext(IContext context, int x, int y) {
        IHelpResource[] topics = context == null ? new IHelpResource[0] : context.getRelatedTopics();
        show(topics == null || topics.length == 0 ? Topics.START : name(topics[0].getHref()));
    }

    /** Links of contexts are made relative to their bundle. */
    private static String name(String href) {
        return href.substring(href.lastIndexOf('/') + 1);
    }

    @Override
    public void displayHelpResource(String href) {
        show(name(href));
    }

    @Override
    public boolean isContextHelpDisplayed() {
        return false;
    }

    private static void show(String topic) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null) {
            HelpView.show(window.getActivePage(), topic);
        }
    }
}
