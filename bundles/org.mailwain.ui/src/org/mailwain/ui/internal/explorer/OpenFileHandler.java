package org.mailwain.ui.internal.explorer;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mailwain.ui.Editors;
import org.mailwain.ui.Selected;

/** Opens the file that the parameter {@code path} names, else what is selected; {@code as=text} as text. */
public final class OpenFileHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String path = event.getParameter("path");
        List<Path> files =
                path == null ? Selected.files(HandlerUtil.getCurrentSelection(event)) : List.of(Path.of(path));
        Editors editors =
                new Editors(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage());
        for (Path file : files) {
            if ("text".equals(event.getParameter("as"))) {
                editors.openAsText(file);
            } else {
                editors.open(file);
            }
        }
        return null;
    }
}
