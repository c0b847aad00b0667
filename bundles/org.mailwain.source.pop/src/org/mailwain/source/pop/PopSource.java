package org.mailwain.source.pop;

import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.mail.pop.Pop;
import org.mailwain.mail.pop.PopSettings;
import org.osgi.service.component.annotations.Component;

/** Any POP3 server, read and left as it is. */
@Component
public final class PopSource implements SourceProvider {
    private final Pop pop = new Pop();

    @Override
    public String kind() {
        return "pop";
    }

    @Override
    public Class<PopSettings> settings() {
        return PopSettings.class;
    }

    @Override
    public String address(Endpoint endpoint) {
        return endpoint.settings(PopSettings.class).address();
    }

    @Override
    public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) throws FailureException {
        pop.probe(endpoint.settings(PopSettings.class), login, context, sink);
    }

    @Override
    public MailboxReader open(Endpoint endpoint, Login login, SessionContext context) throws FailureException {
        return pop.reader(endpoint.settings(PopSettings.class), login, context);
    }
}
