package org.mailwain.credentials.internal;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.mailwain.credentials.CredentialsFailure;
import org.osgi.service.component.annotations.Component;

/** Texts of {@link CredentialsFailure}. */
@Component(service = FailureTexts.class)
public final class CredentialsFailureTexts extends ResourceFailureTexts {
    public CredentialsFailureTexts() {
        super(CredentialsFailure.values());
    }
}
