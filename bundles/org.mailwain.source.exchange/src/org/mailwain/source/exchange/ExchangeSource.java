package org.mailwain.source.exchange;

import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.provider.Traits;
import org.mailwain.mail.Imap;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.osgi.service.component.annotations.Component;

/**
 * Exchange 2007 and later, on premises or in Microsoft 365, by IMAP. BODYSTRUCTURE, which its versions get wrong in
 * different ways, is never asked for; sizes are estimates.
 */
@Component(service = SourceProvider.class)
public final class ExchangeSource implements SourceProvider {
    /** MaxConnectionsPerUser of the IMAP service as it is installed. */
    private static final int PER_ACCOUNT = 16;

    private final Imap imap = new Imap();

    @Override
    public String kind() {
        return "exchange";
    }

    @Override
    public Class<? extends Record> settings() {
        return ExchangeSettings.class;
    }

    @Override
    public String address(Endpoint endpoint) {
        return imap(endpoint).address();
    }

    private static ImapSettings imap(Endpoint endpoint) {
        return endpoint.settings(ExchangeSettings.class).imap();
    }

    private static ImapProfile profile(Endpoint endpoint) {
        List<String> mailFolders = endpoint.settings(ExchangeSettings.class).mailFolders();
        return ImapProfile.PLAIN.folders(new OtherFolders(mailFolders)::said).traits(ExchangeSource::estimated);
    }

    @Override
    public String keeping(Endpoint endpoint) {
        return endpoint.settings(ExchangeSettings.class).mailFolders().toString();
    }

    @Override
    public int connectionsPerAccount() {
        return PER_ACCOUNT;
    }

    /** RFC822.SIZE is what Exchange believes before it makes the message for us. */
    private static Traits estimated(Traits told) {
        return new Traits(
                told.bytes(),
                Traits.Fidelity.LOOSE,
                told.dedupes(),
                told.perAppend(),
                told.pipelining(),
                told.answersIds(),
                told.removes(),
                told.flagsAfterAppend(),
                told.changes(),
                told.ownKeys(),
                told.itemLimit(),
                told.names());
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
