package org.mailwain.operations.tenant;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** The sentences of {@link TenantFailure}. */
@Component(service = FailureTexts.class)
public final class TenantFailureTexts extends ResourceFailureTexts {
    public TenantFailureTexts() {
        super(TenantFailure.values());
    }
}
