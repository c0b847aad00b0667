package org.mailwain.target.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.rig.Rig;
import org.mailwain.tck.Mail;
import org.mailwain.tck.WriterContract;
import org.mailwain.tck.WriterFixture;
import org.mailwain.tck.wire.ImapWriterFixture;

/** The contract on real servers. */
class ImapServersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Courier takes a second for each folder that is removed, so each test has a mailbox of its own there. */
    private static final AtomicInteger MAILBOXES = new AtomicInteger(5);

    private static String user(Rig.Server server) {
        return Rig.user(server == Rig.Server.COURIER ? 5 + MAILBOXES.incrementAndGet() % 90 : 3);
    }

    private static final class Fixture extends ImapWriterFixture {
        private final boolean endsLines;

        Fixture(
                boolean endsLines,
                String host,
                int imap,
                int port,
                String user,
                String password,
                Opener<MailboxWriter> opener)
                throws IOException {
            super(host, imap, port, user, password, opener);
            this.endsLines = endsLines;
        }

        /** Courier ends the last line where the message does not. */
        @Override
        public boolean keeps(Mail mail) {
            return !endsLines || mail.endsWithLine();
        }
    }

    abstract static class On implements WriterContract {
        private final WriterFixture fixture;

        On(Rig.Server server, Security security) {
            try {
                Rig rig = Rig.with(server);
                String user = user(server);
                fixture = new Fixture(
                        server == Rig.Server.COURIER,
                        "127.0.0.1",
                        rig.imap(server),
                        security == Security.TLS ? rig.imaps(server) : rig.imap(server),
                        user,
                        Rig.PASSWORD,
                        (host, port, context) -> {
                            ImapSettings settings = ImapSettings.of(host, Optional.of(port), security)
                                    .trusting(new Trust.CaFile(rig.ca()))
                                    .within(PATIENCE, PATIENCE);
                            Login login =
                                    new Login(user, SignIn.password(user, Secret.of(Rig.PASSWORD)), Optional.empty());
                            Endpoint endpoint = new Endpoint(server.word(), "imap", settings, EndpointLimits.DEFAULT);
                            return new ImapTarget().open(endpoint, login, context);
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public WriterFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class DovecotWithSlashes extends On {
        DovecotWithSlashes() {
            super(Rig.Server.TARGET, Security.NONE);
        }
    }

    @Nested
    class DovecotWithDotsAndTls extends On {
        DovecotWithDotsAndTls() {
            super(Rig.Server.SOURCE, Security.TLS);
        }
    }

    @Nested
    class Cyrus extends On {
        Cyrus() {
            super(Rig.Server.CYRUS, Security.NONE);
        }
    }

    @Nested
    class Courier extends On {
        Courier() {
            super(Rig.Server.COURIER, Security.NONE);
        }
    }
}
