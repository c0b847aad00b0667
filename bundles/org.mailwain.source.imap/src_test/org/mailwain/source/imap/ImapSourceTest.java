package org.mailwain.source.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.Login;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.rig.Rig;
import org.mailwain.tck.ProviderContract;
import org.mailwain.tck.ProviderFixture;
import org.mailwain.tck.ReaderContract;
import org.mailwain.tck.ReaderFixture;
import org.mailwain.tck.wire.ImapFixture;

/** The contracts of a source, on a real server. */
class ImapSourceTest {
    private static final String USER = Rig.user(4);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Rig rig = Rig.with(Rig.Server.SOURCE);

    private Endpoint endpoint(String host, int port, Security security) {
        ImapSettings settings = ImapSettings.of(host, Optional.of(port), security)
                .trusting(new Trust.CaFile(rig.ca()))
                .within(PATIENCE, PATIENCE);
        return new Endpoint("dovecot", "imap", settings, EndpointLimits.DEFAULT);
    }

    private static Login login(String password) {
        return new Login(USER, SignIn.password(USER, Secret.of(password)), Optional.empty());
    }

    @Nested
    class Reader implements ReaderContract {
        private final ReaderFixture fixture = mailbox();

        private ReaderFixture mailbox() {
            int port = rig.imap(Rig.Server.SOURCE);
            try {
                return new ImapFixture(
                        "127.0.0.1",
                        port,
                        port,
                        USER,
                        Rig.PASSWORD,
                        (host, relay, context) -> new ImapSource()
                                .open(endpoint(host, relay, Security.STARTTLS), login(Rig.PASSWORD), context));
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
    class Provider implements ProviderContract, ProviderFixture {
        @Override
        public ProviderFixture fixture() {
            return this;
        }

        @Override
        public EndpointProvider provider() {
            return new ImapSource();
        }

        @Override
        public Endpoint endpoint() {
            return ImapSourceTest.this.endpoint("localhost", rig.imaps(Rig.Server.SOURCE), Security.TLS);
        }

        @Override
        public Login login() {
            return ImapSourceTest.login(Rig.PASSWORD);
        }

        @Override
        public Optional<Login> wrongLogin() {
            return Optional.of(ImapSourceTest.login(WRONG_PASSWORD));
        }

        @Override
        public Optional<Endpoint> dead() {
            return Optional.of(ImapSourceTest.this.endpoint("127.0.0.1", 1, Security.TLS));
        }
    }
}
