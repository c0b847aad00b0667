package org.mailwain.api.progress;

import org.mailwain.api.failure.ResourceFailureTexts;

/** Texts of {@link ApiFailure}. */
public final class ApiFailureTexts extends ResourceFailureTexts {
    public ApiFailureTexts() {
        super(ApiFailure.values());
    }
}
