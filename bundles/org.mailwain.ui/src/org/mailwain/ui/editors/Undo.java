package org.mailwain.ui.editors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.actions.ActionFactory;

/** Ties the commands of the Edit menu to an editor. */
public final class Undo {
    private Undo() {}

    public static void handle(IEditorSite site, ActionFactory command, Runnable work) {
        IAction action = new Action() {
            @Override
            public void run() {
                work.run();
            }
        };
        action.setActionDefinitionId(command.getCommandId());
        site.getActionBars().setGlobalActionHandler(command.getId(), action);
    }
}
