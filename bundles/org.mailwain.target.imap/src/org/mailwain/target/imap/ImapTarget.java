package org.mailwain.target.imap;

import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.TargetProvider;
import org.mailwain.mail.Imap;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.osgi.service.component.annotations.Component;

/** Any server that speaks IMAP4rev1, as a target. */
@Component(service = TargetProvider.class)
public final class ImapTarget implements TargetProvider {
    private final Imap imap = new Imap();

    @Override
    public String kind() {
        return "imap";
    }

    @Override
    public Class<? extends Record> settings() {
        return ImapSettings.class;
    }

    @Override
    public String address(Endpoint endpoint) {
        return endpoint.settings(ImapSettings.class).address();
    }

    @Override
    public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) throws FailureException {
        imap.probe(endpoint.settings(ImapSettings.class), login, context, ImapProfile.PLAIN, sink);
    }

    @Override
    public MailboxWriter open(Endpoint endpoint, Login login, SessionContext context) throws FailureException {
        return imap.writer(endpoint.settings(ImapSettings.class), login, context, ImapProfile.PLAIN);
    }
}
