package org.mailwain.operations;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** Texts of {@link OperationFailure}. */
@Component(service = FailureTexts.class)
public final class OperationFailureTexts extends ResourceFailureTexts {
    public OperationFailureTexts() {
        super(OperationFailure.values());
    }
}
