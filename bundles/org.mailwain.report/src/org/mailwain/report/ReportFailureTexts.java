package org.mailwain.report;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** Texts of {@link ReportFailure}. */
@Component(service = FailureTexts.class)
public final class ReportFailureTexts extends ResourceFailureTexts {
    public ReportFailureTexts() {
        super(ReportFailure.values());
    }
}
