package org.mailwain.engine;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** Texts of {@link EngineFailure}. */
@Component(service = FailureTexts.class)
public final class EngineFailureTexts extends ResourceFailureTexts {
    public EngineFailureTexts() {
        super(EngineFailure.values());
    }
}
