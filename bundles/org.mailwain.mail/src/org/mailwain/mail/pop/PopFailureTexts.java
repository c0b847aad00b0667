package org.mailwain.mail.pop;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** The sentences of {@link PopFailure}. */
@Component(service = FailureTexts.class)
public final class PopFailureTexts extends ResourceFailureTexts {
    public PopFailureTexts() {
        super(PopFailure.values());
    }
}
