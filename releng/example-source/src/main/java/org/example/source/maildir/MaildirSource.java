package org.example.source.maildir;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.mail.plain.PlainFailure;
import org.mailwain.mail.plain.PlainProbe;
import org.mailwain.mail.plain.PlainReader;
import org.osgi.service.component.annotations.Component;

/** Maildirs on a disk, as Dovecot, Courier and many others keep them. */
@Component
public final class MaildirSource implements SourceProvider {
    @Override
    public String kind() {
        return "maildir";
    }

    @Override
    public Class<MaildirSettings> settings() {
        return MaildirSettings.class;
    }

    @Override
    public String address(Endpoint endpoint) {
        return endpoint.settings(MaildirSettings.class).root().toString();
    }

    @Override
    public boolean signsIn() {
        return false;
    }

    @Override
    public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) throws FailureException {
        PlainProbe.Opening mailbox = login == null ? null : () -> open(endpoint, login, context);
        PlainProbe.run(address(endpoint), () -> rootOf(endpoint), mailbox, sink);
    }

    @Override
    public MailboxReader open(Endpoint endpoint, Login login, SessionContext context) throws FailureException {
        Path root = rootOf(endpoint);
        Path folder = endpoint.settings(MaildirSettings.class).folderOf(login.mailbox());
        if (!folder.startsWith(root.normalize()) || !Files.isDirectory(folder.resolve("cur"))) {
            throw PlainFailure.MAILBOX_MISSING.raise(login.mailbox(), folder);
        }
        return new PlainReader(new Maildir(folder), context);
    }

    private static Path rootOf(Endpoint endpoint) throws FailureException {
        Path root = endpoint.settings(MaildirSettings.class).root();
        if (!Files.isDirectory(root)) {
            throw PlainFailure.PLACE_MISSING.raise(root);
        }
        return root;
    }
}
