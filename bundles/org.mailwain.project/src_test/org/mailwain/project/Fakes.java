package org.mailwain.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.provider.TargetProvider;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Host;
import org.mailwain.api.settings.PerRow;
import org.mailwain.api.settings.Required;
import org.mailwain.api.settings.SettingsFault;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;

/** An installation with two kinds of endpoints: {@code imap} both ways and {@code pop} as a source alone. */
final class Fakes {
    record Imap(
            @Required Host host,
            Optional<Integer> port,
            @Default("tls") Security security,
            boolean allowInsecure,
            Optional<Secret> key) {}

    record Pop(
            @Required Host host, @PerRow @Default("INBOX") String folder) {}

    enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    static final Catalog CATALOG = new Catalog(
            Map.of("imap", new Source("imap", Imap.class), "pop", new Source("pop", Pop.class)),
            Map.of("imap", new Target()),
            Map.of("user", new Form("user", false), "dovecot-master", new Form("dovecot-master", true)),
            List.of("nul", "newlines", "header-8bit", "long-lines", "header", "flags", "date", "read-receipts"));

    private Fakes() {}

    private static List<SettingsFault> imapFaults(Record settings) {
        return settings instanceof Imap imap && imap.security() == Security.NONE && !imap.allowInsecure()
                ? List.of(new SettingsFault("security", ProjectFailure.SETTING_MISSING.with("allowInsecure")))
                : List.of();
    }

    private record Source(String kind, Class<? extends Record> settings) implements SourceProvider {
        @Override
        public MailboxReader open(Endpoint endpoint, Login login, SessionContext context) {
            throw new IllegalStateException();
        }

        @Override
        public String address(Endpoint endpoint) {
            return endpoint.name() + ":993";
        }

        @Override
        public List<SettingsFault> faults(Record given) {
            return imapFaults(given);
        }

        @Override
        public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) {}
    }

    private record Target() implements TargetProvider {
        @Override
        public String kind() {
            return "imap";
        }

        @Override
        public Class<? extends Record> settings() {
            return Imap.class;
        }

        @Override
        public MailboxWriter open(Endpoint endpoint, Login login, SessionContext context) {
            throw new IllegalStateException();
        }

        @Override
        public String address(Endpoint endpoint) {
            return endpoint.name() + ":993";
        }

        @Override
        public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) {}
    }

    private record Form(String id, boolean needsAdministrator) implements SignInForm {
        @Override
        public SignIn signIn(
                MailboxRow row,
                SignIn.CredentialSource rowCredential,
                Optional<Administrator> administrator,
                Optional<String> setting)
                throws FailureException {
            throw new IllegalStateException();
        }
    }
}
