package org.mailwain.ui;

import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Runs commands of the workbench by their ids, so that no bundle needs to know whose they are. UI thread. */
public final class Commands {
    private Commands() {}

    /** Does nothing but log where there is no such command, or it is not enabled. */
    public static void run(IServiceLocator site, String id, Map<String, String> parameters) {
        ParameterizedCommand command = ParameterizedCommand.generateCommand(
                site.getService(ICommandService.class).getCommand(id), parameters);
        try {
            site.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(Commands.class).warn(id, e);
        }
    }
}
