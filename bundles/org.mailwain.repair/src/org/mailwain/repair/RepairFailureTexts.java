package org.mailwain.repair;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** Texts of {@link RepairFailure}. */
@Component(service = FailureTexts.class)
public final class RepairFailureTexts extends ResourceFailureTexts {
    public RepairFailureTexts() {
        super(RepairFailure.values());
    }
}
