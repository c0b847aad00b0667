package org.mailwain.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.BatchLimits;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.batch.RowOptions;
import org.mailwain.api.batch.SignInChoice;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.source.imap.ImapSource;

/** Batches for tests, without files. */
final class Bench {
    private Bench() {}

    static BatchWork work(
            Path folder,
            Endpoint source,
            SignInChoice choice,
            List<SignInForm> forms,
            Map<CredentialPath, Secret> secrets,
            MailboxRow... rows) {
        Services services = new Services(
                List.of(new ImapSource()),
                List.of(),
                forms,
                List.of(),
                null,
                List.of(),
                null,
                null,
                List::of,
                List.of());
        Batch batch = new Batch(
                "staff",
                source,
                source,
                choice,
                SignInChoice.AS_USER,
                FolderRules.DEFAULT,
                Filter.DEFAULT,
                Follow.INITIAL,
                Optional.empty(),
                BatchLimits.DEFAULT,
                List.of(),
                List.of(rows));
        return new BatchWork(services, folder, batch, new Memory(secrets), Asks.NOBODY);
    }

    static MailboxRow row(String user, String password, String userRoot) {
        return new MailboxRow(
                2,
                MailboxAddress.of("anna@new.example"),
                user,
                Optional.ofNullable(password).map(Secret::of),
                false,
                Optional.ofNullable(userRoot),
                MailboxRow.Person.UNKNOWN,
                RowOptions.NONE,
                Map.of());
    }

    /** A credential store without a file. */
    private record Memory(Map<CredentialPath, Secret> secrets) implements CredentialStore {
        @Override
        public Optional<Secret> get(CredentialPath path) {
            return Optional.ofNullable(secrets.get(path));
        }

        @Override
        public void put(CredentialPath path, Secret secret) {
            secrets.put(path, secret);
        }

        @Override
        public void putAll(Map<CredentialPath, Secret> all) {
            secrets.putAll(all);
        }

        @Override
        public void remove(CredentialPath path) {
            secrets.remove(path);
        }

        @Override
        public List<CredentialPath> paths() {
            return List.copyOf(secrets.keySet());
        }
    }
}
