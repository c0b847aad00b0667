package org.mailwain.credentials.internal.oauth;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.mailwain.credentials.TokenFailure;
import org.osgi.service.component.annotations.Component;

/** Texts of {@link TokenFailure}. */
@Component(service = FailureTexts.class)
public final class TokenFailureTexts extends ResourceFailureTexts {
    public TokenFailureTexts() {
        super(TokenFailure.values());
    }
}
