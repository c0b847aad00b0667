package org.mailwain.source.imap;

import java.util.List;
import org.mailwain.api.failure.Failure;
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
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.ServerWords;
import org.osgi.service.component.annotations.Component;

/** Any server that speaks IMAP4rev1, as a source. */
@Component(service = SourceProvider.class)
public final class ImapSource implements SourceProvider {
    private final Imap imap = new Imap();
    private final ImapProfile profile = ImapProfile.PLAIN.remarking((words, folders) -> betterKind(words));

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

    /** Servers that a provider of their own knows better. */
    private static List<Failure> betterKind(ServerWords words) {
        if (words.capabilities().contains("X-GM-EXT-1")) {
            return List.of(MailFailure.IS_GMAIL.with(words.address()));
        }
        return words.greeting().contains("Microsoft Exchange")
                ? List.of(MailFailure.IS_EXCHANGE.with(words.address()))
                : List.of();
    }

    @Override
    public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) throws FailureException {
        imap.probe(endpoint.settings(ImapSettings.class), login, context, profile, sink);
    }

    @Override
    public MailboxReader open(Endpoint endpoint, Login login, SessionContext context) throws FailureException {
        return imap.reader(endpoint.settings(ImapSettings.class), login, context, profile);
    }
}
