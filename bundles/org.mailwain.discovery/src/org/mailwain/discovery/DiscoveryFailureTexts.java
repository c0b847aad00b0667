package org.mailwain.discovery;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** Texts of {@link DiscoveryFailure}. */
@Component(service = FailureTexts.class)
public final class DiscoveryFailureTexts extends ResourceFailureTexts {
    public DiscoveryFailureTexts() {
        super(DiscoveryFailure.values());
    }
}
