package org.mailwain.ui.reports.internal;

import java.nio.file.Path;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.mailwain.presenters.reports.OpenReport;

/** A report that was read. Equal by folder, so that a report has one editor. */
final class ReportInput extends PlatformObject implements IEditorInput {
    private final OpenReport report;

    ReportInput(OpenReport report) {
        this.report = report;
    }

    OpenReport report() {
        return report;
    }

    private Path folder() {
        return report.folder().toAbsolutePath().normalize();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return report.report().batch();
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return folder().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReportInput input && input.folder().equals(folder());
    }

    @Override
    public int hashCode() {
        return folder().hashCode();
    }
}
