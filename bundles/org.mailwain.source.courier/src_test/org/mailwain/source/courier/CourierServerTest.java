package org.mailwain.source.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.rig.Rig;
import org.mailwain.tck.ProviderContract;
import org.mailwain.tck.ProviderFixture;
import org.mailwain.tck.ReaderContract;
import org.mailwain.tck.ReaderFixture;
import org.mailwain.tck.memory.MemoryBodies;
import org.mailwain.tck.wire.ImapFixture;

/** One administrator's sign-in, the mailboxes of others as shared folders: the contracts of a source, on Courier. */
class CourierServerTest {
    private static final String ADMINISTRATOR = "admin";
    private static final String USER = Rig.user(11);
    /** Courier takes its time over a wrong password, so only the reader has so little. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Rig rig = Rig.with(Rig.Server.COURIER);

    private Endpoint endpoint(String host, int port, Security security, Duration patience) {
        ImapSettings settings = ImapSettings.of(host, Optional.of(port), security)
                .trusting(new Trust.CaFile(rig.ca()))
                .within(patience, patience);
        return new Endpoint("courier", "courier", new CourierSettings(settings, "auto"), EndpointLimits.DEFAULT);
    }

    /** Courier takes a second for each folder that is removed, so each test of the reader has a mailbox of its own. */
    private static final AtomicInteger MAILBOXES = new AtomicInteger();

    private static Login login(String user, String password, String root) {
        return new Login(USER, SignIn.password(user, Secret.of(password)), Optional.of(root));
    }

    private static Login administrator(String user, String password) {
        return new Login(user, SignIn.password(ADMINISTRATOR, Secret.of(password)), Optional.of("/users/" + user));
    }

    private static Login login(String password) {
        return administrator(USER, password);
    }

    private static SessionContext context() {
        return new SessionContext(
                Cancel.NEVER, new MemoryBodies(), LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
    }

    private Endpoint tls() {
        return endpoint("localhost", rig.imaps(Rig.Server.COURIER), Security.TLS, Duration.ofSeconds(30));
    }

    @Nested
    class Shared implements ReaderContract {
        private final ReaderFixture fixture = mailbox();

        /** The mailbox's owner delivers, the administrator reads. */
        private ReaderFixture mailbox() {
            int port = rig.imap(Rig.Server.COURIER);
            String user = Rig.user(12 + MAILBOXES.incrementAndGet() % 80);
            Login login = administrator(user, Rig.PASSWORD);
            try {
                return new ImapFixture(
                        "127.0.0.1",
                        port,
                        port,
                        user,
                        Rig.PASSWORD,
                        (host, relay, context) -> new CourierSource()
                                .open(endpoint(host, relay, Security.NONE, PATIENCE), login, context)) {
                    @Override
                    public boolean renewEpoch(FolderPath folder) {
                        // Courier keeps no UIDVALIDITY for a folder that was never opened for writing
                        return false;
                    }
                };
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
            return new CourierSource();
        }

        @Override
        public Endpoint endpoint() {
            return tls();
        }

        @Override
        public Login login() {
            return CourierServerTest.login(Rig.PASSWORD);
        }

        @Override
        public Optional<Login> wrongLogin() {
            return Optional.of(CourierServerTest.login(WRONG_PASSWORD));
        }

        @Override
        public Optional<Endpoint> dead() {
            return Optional.of(CourierServerTest.this.endpoint("127.0.0.1", 1, Security.TLS, PATIENCE));
        }
    }

    private Failure failure(Login login) {
        Failure[] found = {null};
        assertThatThrownBy(() -> {
                    try (MailboxReader reader = new CourierSource().open(tls(), login, context())) {
                        reader.folders();
                    }
                })
                .asInstanceOf(type(FailureException.class))
                .satisfies(e -> found[0] = e.failure());
        return found[0];
    }

    @Test
    void aMailboxThatIsNotThereIsNamedWithWhatWasLookedFor() {
        Failure failure = failure(login(ADMINISTRATOR, Rig.PASSWORD, "/users/nobody.here"));
        assertThat(failure.is(MailFailure.ROOT_MISSING)).as(failure.toString()).isTrue();
        assertThat(failure.arguments().toString())
                .contains("/users/nobody.here")
                .contains("#shared.nobody here")
                .contains(ADMINISTRATOR);
    }

    /** No right to look at the mailbox of another: Courier then hides it. */
    @Test
    void whoIsNoAdministratorIsToldSoBeforeTheRun() {
        Failure failure = failure(login(Rig.user(12), Rig.PASSWORD, "/users/" + USER));
        assertThat(failure.is(MailFailure.ROOT_MISSING) || failure.is(MailFailure.ROOT_CLOSED))
                .as(failure.toString())
                .isTrue();
        List<Failure> found = new ArrayList<>();
        new Probed(found).run(login(Rig.user(12), Rig.PASSWORD, "/users/" + USER));
        assertThat(found).hasSize(1);
    }

    @Test
    void withoutARootItIsTheUsersOwnMailbox() throws Exception {
        Login own = new Login(USER, SignIn.password(USER, Secret.of(Rig.PASSWORD)), Optional.empty());
        try (MailboxReader reader = new CourierSource().open(tls(), own, context())) {
            assertThat(reader.folders())
                    .extracting(Folder::path)
                    .contains(FolderPath.INBOX)
                    .allSatisfy(path -> assertThat(path.names().getFirst()).doesNotStartWith("#"));
        }
    }

    private final class Probed implements ProbeSink {
        private final List<Failure> failures;

        Probed(List<Failure> failures) {
            this.failures = failures;
        }

        void run(Login login) {
            try {
                new CourierSource().probe(tls(), login, context(), this);
            } catch (FailureException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void passed(Step step, List<Argument> findings) {
            // the last step alone counts
        }

        @Override
        public void failed(Step step, Failure failure) {
            assertThat(step).isEqualTo(Step.FOLDERS);
            failures.add(failure);
        }
    }
}
