package org.mailwain.ledger.internal;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.mailwain.ledger.LedgerFailure;
import org.osgi.service.component.annotations.Component;

/** Texts of {@link LedgerFailure}. */
@Component(service = FailureTexts.class)
public final class LedgerFailureTexts extends ResourceFailureTexts {
    public LedgerFailureTexts() {
        super(LedgerFailure.values());
    }
}
