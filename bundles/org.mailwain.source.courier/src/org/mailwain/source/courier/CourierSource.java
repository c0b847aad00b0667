package org.mailwain.source.courier;

import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.mail.Imap;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.osgi.service.component.annotations.Component;

/** Courier: as the user, or as one administrator who sees the mailboxes of all as shared folders. */
@Component(service = SourceProvider.class)
public final class CourierSource implements SourceProvider {
    private static final String AS_TOLD = "auto";

    private final Imap imap = new Imap();

    @Override
    public String kind() {
        return "courier";
    }

    @Override
    public Class<? extends Record> settings() {
        return CourierSettings.class;
    }

    @Override
    public boolean readsUserRoot() {
        return true;
    }

    private static ImapSettings imap(Endpoint endpoint) {
        return endpoint.settings(CourierSettings.class).imap();
    }

    @Override
    public String address(Endpoint endpoint) {
        return imap(endpoint).address();
    }

    private static ImapProfile profile(Endpoint endpoint) {
        String prefix = endpoint.settings(CourierSettings.class).sharedPrefix();
        return ImapProfile.PLAIN.root(new UserRoots(Optional.of(prefix).filter(p -> !p.equals(AS_TOLD))));
    }

    @Override
    public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) throws FailureException {
        imap.probe(imap(endpoint), login, context, profile(endpoint), sink);
    }

    @Override
    public MailboxReader open(Endpoint endpoint, Login login, SessionContext context) throws FailureException {
        return imap.reader(imap(endpoint), login, context, profile(endpoint));
    }
}
