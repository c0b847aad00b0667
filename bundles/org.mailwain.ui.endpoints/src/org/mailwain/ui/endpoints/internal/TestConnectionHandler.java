package org.mailwain.ui.endpoints.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Tests the connection of the endpoint in front. */
public final class TestConnectionHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof EndpointEditor editor) {
            editor.test();
        }
        return null;
    }
}
