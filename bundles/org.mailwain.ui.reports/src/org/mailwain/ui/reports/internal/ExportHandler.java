package org.mailwain.ui.reports.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mailwain.presenters.reports.ReportExport;

/** Writes the report in front in a form, to the place that the command names, else to one that the person chooses. */
public final class ExportHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof ReportEditor editor) {
            ReportExport.Form form = ReportExport.Form.valueOf(event.getParameter("form"));
            String place = event.getParameter("place");
            if (place == null) {
                new ReportFiles(editor).export(form);
            } else {
                new ReportFiles(editor).export(form, place);
            }
        }
        return null;
    }

    @Override
    public boolean isEnabled() {
        var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window != null
                && window.getActivePage() != null
                && window.getActivePage().getActiveEditor() instanceof ReportEditor;
    }
}
