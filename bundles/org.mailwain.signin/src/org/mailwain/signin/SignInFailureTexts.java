package org.mailwain.signin;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** Texts of {@link SignInFailure}. */
@Component(service = FailureTexts.class)
public final class SignInFailureTexts extends ResourceFailureTexts {
    public SignInFailureTexts() {
        super(SignInFailure.values());
    }
}
