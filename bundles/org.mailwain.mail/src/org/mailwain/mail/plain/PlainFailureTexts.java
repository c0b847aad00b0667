package org.mailwain.mail.plain;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** The sentences of {@link PlainFailure}. */
@Component(service = FailureTexts.class)
public final class PlainFailureTexts extends ResourceFailureTexts {
    public PlainFailureTexts() {
        super(PlainFailure.values());
    }
}
