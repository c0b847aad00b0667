package org.mailwain.ui.help.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows a help page, the first where none is named. */
public final class ShowHelpHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        String topic = event.getParameter("topic");
        HelpView.show(
                HandlerUtil.getActiveWorkbenchWindow(event).getActivePage(), topic == null ? Topics.START : topic);
        return null;
    }
}
