package org.mailwain.ui.reports.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.commands.IParameterValues;
import org.mailwain.presenters.reports.ReportExport;
import org.mailwain.ui.Texts;

/** The forms that a report can be exported in, for quick access and keys. */
public final class ExportForms implements IParameterValues {
    private static final Texts TEXTS = Texts.beside(ExportForms.class);

    @Override
    public Map<String, String> getParameterValues() {
        Map<String, String> forms = new LinkedHashMap<>();
        for (ReportExport.Form form : ReportExport.Form.values()) {
            forms.put(TEXTS.of("export." + Signs.key(form)), form.name());
        }
        return forms;
    }
}
