package org.mailwain.source.exchange;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** The sentences of {@link ExchangeFailure}. */
@Component(service = FailureTexts.class)
public final class ExchangeFailureTexts extends ResourceFailureTexts {
    public ExchangeFailureTexts() {
        super(ExchangeFailure.values());
    }
}
