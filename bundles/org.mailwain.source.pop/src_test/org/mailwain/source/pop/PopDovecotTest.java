package org.mailwain.source.pop;

import java.io.IOException;
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
import org.mailwain.tck.Mail;
import org.mailwain.tck.ProviderContract;
import org.mailwain.tck.ProviderFixture;
import org.mailwain.tck.ReaderContract;
import org.mailwain.tck.ReaderFixture;
import org.mailwain.tck.wire.ImapFixture;

/** The contracts on a real Dovecot, over each kind of connection. */
class PopDovecotTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static Endpoint endpoint(RigServer server, String host, int port, Security security) {
        PopSettings settings = PopSettings.of(host, Optional.of(port), security)
                .trusting(new Trust.CaFile(server.authority()))
                .within(PATIENCE, PATIENCE);
        return new Endpoint("dovecot", "pop", settings, EndpointLimits.DEFAULT);
    }

    private static Login login(String password) {
        return new Login(
                RigServer.USER, SignIn.password(RigServer.USER, Secret.of(password)), Optional.empty());
    }

    /** The inbox by POP3, and by IMAP for the others. */
    private static final class Fixture extends ImapFixture {
        Fixture(RigServer server, Security security) throws IOException {
            super(
                    server.host(),
                    server.imap(),
                    security == Security.TLS ? server.pops() : server.pop(),
                    RigServer.USER,
                    RigServer.PASSWORD,
                    (host, port, context) -> open(server, host, port, security, context));
        }

        private static MailboxReader open(
                RigServer server, String host, int port, Security security, SessionContext context)
                throws FailureException {
            return new PopSource()
                    .open(endpoint(server, host, port, security), login(RigServer.PASSWORD), context);
        }

        @Override
        public boolean create(FolderPath folder) {
            return false;
        }

        @Override
        public boolean deliver(FolderPath folder, Mail mail) throws IOException {
            return mail.endsWithLine() && super.deliver(folder, mail);
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

    @Nested
    class Clear implements ReaderContract {
        private final ReaderFixture fixture = new Fixture(RigServer.source(), Security.NONE);

        Clear() throws IOException {}

        @Override
        public ReaderFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class Tls implements ReaderContract {
        private final ReaderFixture fixture = new Fixture(RigServer.source(), Security.TLS);

        Tls() throws IOException {}

        @Override
        public ReaderFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class StartTls implements ReaderContract {
        private final ReaderFixture fixture = new Fixture(RigServer.source(), Security.STARTTLS);

        StartTls() throws IOException {}

        @Override
        public ReaderFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class Provider implements ProviderContract, ProviderFixture {
        private final RigServer server = RigServer.source();

        Provider() throws IOException {}

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
            return PopDovecotTest.endpoint(server, server.host(), server.pops(), Security.TLS);
        }

        @Override
        public Login login() {
            return PopDovecotTest.login(RigServer.PASSWORD);
        }

        @Override
        public Optional<Login> wrongLogin() {
            return Optional.of(PopDovecotTest.login(WRONG_PASSWORD));
        }

        @Override
        public Optional<Endpoint> dead() {
            PopSettings settings = endpoint().settings(PopSettings.class);
            PopSettings dead = PopSettings.of(settings.host().name(), Optional.of(1), Security.TLS);
            return Optional.of(new Endpoint("dead", "pop", dead, EndpointLimits.DEFAULT));
        }
    }
}
