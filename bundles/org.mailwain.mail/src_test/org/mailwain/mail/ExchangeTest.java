package org.mailwain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.Traits;
import org.mailwain.api.signin.SignIn;
import org.mailwain.demo.exchange.ExchangeSimulator;
import org.mailwain.demo.server.Encryption;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.mail.support.Sessions;

/** What is particular to Exchange Online as a target, against a simulation of it. */
@Timeout(60)
class ExchangeTest {
    private static final String USER = "anna@contoso.example";
    private static final String GOOD = "good-token";

    private final Sessions sessions = new Sessions();
    private final Imap imap = new Imap();
    private ExchangeSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = ExchangeSimulator.start(
                new ServerOptions().encryption(Encryption.NONE), (user, token) -> token.equals(GOOD));
        simulator.server().add(USER, "");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private MailboxWriter open() throws FailureException {
        SignIn signIn = new SignIn(SignIn.Mechanism.TOKEN, USER, Optional.empty(), () -> Secret.of(GOOD));
        Login login = new Login(USER, signIn, Optional.empty());
        return imap.writer(Sessions.settings(simulator.server().port()), login, sessions.context(), ImapProfile.PLAIN);
    }

    private List<Outcome> append(MailboxWriter writer, AppendItem... items) throws FailureException {
        List<Outcome> outcomes = new ArrayList<>();
        writer.append(
                Feed.of(List.of(new AppendBatch(Sessions.INBOX, 1, List.of(items)))),
                (batch, answers) -> outcomes.addAll(answers));
        return outcomes;
    }

    private static Failure refusal(List<Outcome> outcomes) {
        return ((Outcome.Refused) outcomes.getFirst()).failure();
    }

    @Test
    void itsTraitsAreKnownWithoutASetting() throws FailureException {
        try (MailboxWriter writer = open()) {
            Traits traits = writer.traits();
            assertThat(traits.bytes()).isEqualTo(Traits.Fidelity.LOOSE);
            assertThat(traits.size()).isEqualTo(Traits.Fidelity.LOOSE);
            assertThat(traits.perAppend()).isEqualTo(1);
            assertThat(traits.flagsAfterAppend()).isTrue();
            assertThat(traits.changes()).isFalse();
            assertThat(traits.answersIds()).isTrue();
            assertThat(traits.names().caseless()).isTrue();
            assertThat(traits.names().reserved()).contains("files");
        }
    }

    @Test
    void theSizeIsTheServersAndAFlagNeedsASecondStep() throws Exception {
        try (MailboxWriter writer = open()) {
            List<Outcome> outcomes = append(
                    writer, Sessions.message(1, Flags.parse(List.of("\\Flagged", "\\Seen")), "Subject: 1\r\n\r\n"));
            assertThat(((Outcome.Stored) outcomes.getFirst()).seen().size()).isEqualTo(14);
        }
        assertThat(simulator
                        .server()
                        .account(USER)
                        .folder("INBOX")
                        .messages()
                        .getFirst()
                        .flags())
                .containsExactly("\\Seen");
    }

    @Test
    void aLongLineIsAnArgumentErrorAndNamesItsCauses() throws Exception {
        try (MailboxWriter writer = open()) {
            Failure failure = refusal(append(
                    writer, Sessions.message(1, Flags.NONE, "Subject: 1\r\n\r\n" + "x".repeat(10_501) + "\r\n")));
            assertThat(failure.is(MailFailure.MESSAGE_ARGUMENT)).isTrue();
            assertThat(append(writer, Sessions.message(2, Flags.NONE, "Subject: 2\r\n\r\n" + "x".repeat(10_239)))
                            .getFirst())
                    .isInstanceOf(Outcome.Stored.class);
        }
    }

    @Test
    void aMessageThatIsTooLargeIsToldByTheLimit() throws Exception {
        simulator.server().faults().answer("APPEND", 1, 1, "NO Maximum size of appendable message has been exceeded.");
        try (MailboxWriter writer = open()) {
            Failure failure = refusal(append(writer, Sessions.message(1, Flags.NONE, "Subject: 1\r\n\r\n")));
            assertThat(failure.is(MailFailure.MESSAGE_MAXIMUM)).isTrue();
        }
    }

    @Test
    void aBackOffIsObeyedToTheMillisecond() throws Exception {
        simulator
                .server()
                .faults()
                .answer("APPEND", 1, 1, "BAD Request is throttled. Suggested Backoff Time: 299609 milliseconds");
        try (MailboxWriter writer = open()) {
            Failure failure = refusal(append(writer, Sessions.message(1, Flags.NONE, "Subject: 1\r\n\r\n")));
            assertThat(failure.is(MailFailure.THROTTLED)).isTrue();
            assertThat(failure.earliestRetry()).contains(Sessions.NOW.plus(Duration.ofMillis(299_609)));
            assertThat(sessions.holds).contains(Sessions.NOW.plus(Duration.ofMillis(299_609)));
        }
    }

    @Test
    void aSignInWithNothingBehindItPassesWhereItHasWorked() throws Exception {
        String words = "BAD User is authenticated but not connected.";
        simulator.server().faults().answer("LIST", 1, 9, words);
        FailureException first = catchThrowableOfType(FailureException.class, this::openAndLook);
        assertThat(first.failure().is(MailFailure.SIGN_IN_EMPTY))
                .as(first.failure().toString())
                .isTrue();
        assertThat(first.failure().retryable()).isFalse();
        simulator.server().faults().clear();
        try (MailboxWriter one = open()) {
            one.folders();
            simulator.server().faults().answer("LIST", 1, 9, words);
            FailureException second = catchThrowableOfType(FailureException.class, this::openAndLook);
            assertThat(second.failure().is(MailFailure.SIGN_IN_CROWDED))
                    .as(second.failure().toString())
                    .isTrue();
            assertThat(second.failure().retryable()).isTrue();
            simulator.server().faults().clear();
            openAndLook();
        }
    }

    private void openAndLook() throws FailureException {
        try (MailboxWriter writer = open()) {
            writer.folders();
        }
    }
}
