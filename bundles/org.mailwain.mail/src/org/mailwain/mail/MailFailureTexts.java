package org.mailwain.mail;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** The sentences of {@link MailFailure}. */
@Component(service = FailureTexts.class)
public final class MailFailureTexts extends ResourceFailureTexts {
    public MailFailureTexts() {
        super(MailFailure.values());
    }
}
