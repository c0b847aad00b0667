package org.mailwain.source.pop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.mail.pop.PopSettings;
import org.mailwain.rig.Rig;
import org.mailwain.tck.Mail;
import org.mailwain.tck.ProviderContract;
import org.mailwain.tck.ProviderFixture;
import org.mailwain.tck.ReaderContract;
import org.mailwain.tck.ReaderFixture;
import org.mailwain.tck.wire.ImapFixture;

/** The contracts on real servers, over each kind of connection. */
class PopServersTest {
    private static final String USER = Rig.user(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static Endpoint endpoint(Rig rig, String host, int port, Security security) {
        PopSettings settings = PopSettings.of(host, Optional.of(port), security)
                .trusting(new Trust.CaFile(rig.ca()))
                .within(PATIENCE, PATIENCE);
        return new Endpoint("dovecot", "pop", settings, EndpointLimits.DEFAULT);
    }

    private static Login login(String password) {
        return new Login(USER, SignIn.password(USER, Secret.of(password)), Optional.empty());
    }

    /** The inbox by POP3, and by IMAP for the others. */
    private static final class Fixture extends ImapFixture {
        private final boolean marks;

        Fixture(Rig rig, Rig.Server server, Security security) throws IOException {
            super(
                    "127.0.0.1",
                    rig.imap(server),
                    security == Security.TLS ? rig.pop3s(server) : rig.pop3(server),
                    USER,
                    Rig.PASSWORD,
                    (host, port, context) -> open(rig, host, port, security, context));
            this.marks = server == Rig.Server.COURIER;
        }

        /** Courier itself marks as seen what RETR reads, which nobody can hinder by POP3. */
        @Override
        public Optional<String> snapshot() throws IOException {
            return marks ? Optional.empty() : super.snapshot();
        }

        private static MailboxReader open(Rig rig, String host, int port, Security security, SessionContext context)
                throws FailureException {
            return new PopSource().open(endpoint(rig, host, port, security), login(Rig.PASSWORD), context);
        }

        @Override
        public boolean create(FolderPath folder) {
            return false;
        }

        @Override
        public boolean keeps(Mail mail) {
            return mail.endsWithLine();
        }

        @Override
        public boolean keepsFlags() {
            return false;
        }

        /** There are none to be seen by POP3. */
        @Override
        public boolean setFlags(FolderPath folder, String messageId, Flags flags) {
            return false;
        }

        @Override
        public boolean renewEpoch(FolderPath folder) {
            return false;
        }
    }

    abstract static class On implements ReaderContract {
        private final ReaderFixture fixture;

        On(Rig.Server server, Security security) {
            try {
                fixture = new Fixture(Rig.with(server), server, security);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ReaderFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class DovecotInTheClear extends On {
        DovecotInTheClear() {
            super(Rig.Server.SOURCE, Security.NONE);
        }
    }

    @Nested
    class DovecotWithTls extends On {
        DovecotWithTls() {
            super(Rig.Server.SOURCE, Security.TLS);
        }
    }

    @Nested
    class DovecotWithStartTls extends On {
        DovecotWithStartTls() {
            super(Rig.Server.SOURCE, Security.STARTTLS);
        }
    }

    @Nested
    class Courier extends On {
        Courier() {
            super(Rig.Server.COURIER, Security.NONE);
        }
    }

    @Nested
    class Provider implements ProviderContract, ProviderFixture {
        private final Rig rig = Rig.with(Rig.Server.SOURCE);

        @Override
        public ProviderFixture fixture() {
            return this;
        }

        @Override
        public EndpointProvider provider() {
            return new PopSource();
        }

        @Override
        public Endpoint endpoint() {
            return PopServersTest.endpoint(rig, "127.0.0.1", rig.pop3s(Rig.Server.SOURCE), Security.TLS);
        }

        @Override
        public Login login() {
            return PopServersTest.login(Rig.PASSWORD);
        }

        @Override
        public Optional<Login> wrongLogin() {
            return Optional.of(PopServersTest.login(WRONG_PASSWORD));
        }

        @Override
        public Optional<Endpoint> dead() {
            PopSettings settings = endpoint().settings(PopSettings.class);
            PopSettings dead = PopSettings.of(settings.host().name(), Optional.of(1), Security.TLS);
            return Optional.of(new Endpoint("dead", "pop", dead, EndpointLimits.DEFAULT));
        }
    }
}
