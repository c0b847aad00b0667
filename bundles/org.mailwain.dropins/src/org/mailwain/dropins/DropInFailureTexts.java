package org.mailwain.dropins;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** The sentences of {@link DropInFailure}. */
@Component(service = FailureTexts.class)
public final class DropInFailureTexts extends ResourceFailureTexts {
    public DropInFailureTexts() {
        super(DropInFailure.values());
    }
}
