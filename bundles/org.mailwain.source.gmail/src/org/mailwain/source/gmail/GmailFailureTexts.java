package org.mailwain.source.gmail;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** The sentences of {@link GmailFailure}. */
@Component(service = FailureTexts.class)
public final class GmailFailureTexts extends ResourceFailureTexts {
    public GmailFailureTexts() {
        super(GmailFailure.values());
    }
}
