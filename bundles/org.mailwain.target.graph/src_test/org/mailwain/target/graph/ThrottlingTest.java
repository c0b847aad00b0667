package org.mailwain.target.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.simulator.graph.Faults;
import org.mailwain.simulator.graph.Limits;
import org.mailwain.simulator.graph.Logged;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.simulator.graph.StoredMessage;
import org.mailwain.tck.Mail;
import org.mailwain.tck.Samples;
import org.mailwain.tck.memory.MemoryBodies;

/** A service that refuses what is too much: everything arrives, and nothing is asked again before its time. */
class ThrottlingTest {
    @Test
    void whatIsRefusedIsAskedAgainInItsTimeAndOnce() throws FailureException {
        Limits few = new Limits(4, 30, Duration.ofSeconds(2), Long.MAX_VALUE, Duration.ofSeconds(2));
        SimulatorOptions options = SimulatorOptions.DEFAULT.limitedTo(few);
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true, options)) {
            List<Outcome> outcomes = append(tenant, 60);
            assertThat(outcomes).hasSize(60).allMatch(Outcome.Stored.class::isInstance);
            assertThat(tenant.mailbox().folder("inbox").messages()).hasSize(60);
            assertNothingIsAskedTooEarly(tenant.simulator().log());
        }
    }

    private static MailboxWriter open(GraphFixture tenant) throws FailureException {
        return tenant.open(new SessionContext(
                Cancel.NEVER, new MemoryBodies(), LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC()));
    }

    private static List<Outcome> append(GraphFixture tenant, int count) throws FailureException {
        List<Outcome> outcomes = new ArrayList<>();
        try (MailboxWriter session = open(tenant)) {
            List<AppendBatch> batches = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                Mail mail = Mail.number(i);
                AppendItem item =
                        new AppendItem(new AppendKey(1, i), Flags.NONE, mail.received(), MemoryBodies.of(mail.bytes()));
                batches.add(new AppendBatch(FolderPath.INBOX, i, List.of(item)));
            }
            session.append(Feed.of(batches), (batch, those) -> outcomes.addAll(those));
        }
        return outcomes;
    }

    @Test
    void whatIsRefusedWithinABatchIsAskedAgainInItsTime() throws FailureException {
        Limits few = new Limits(4, 15, Duration.ofSeconds(2), Long.MAX_VALUE, Duration.ofSeconds(2));
        SimulatorOptions options = SimulatorOptions.DEFAULT.limitedTo(few);
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true, options)) {
            List<FlagChange> changes = new ArrayList<>();
            for (int i = 1; i <= 60; i++) {
                tenant.deliver(FolderPath.INBOX, Mail.number(i));
            }
            tenant.mailbox()
                    .folder("inbox")
                    .messages()
                    .forEach(m -> changes.add(new FlagChange(ItemId.of(m.id()), Flags.of(SystemFlag.SEEN))));
            try (MailboxWriter session = open(tenant)) {
                assertThat(session.setFlags(FolderPath.INBOX, changes)).isEmpty();
            }
            assertThat(tenant.mailbox().folder("inbox").messages()).allMatch(StoredMessage::read);
            assertNothingIsAskedTooEarly(tenant.simulator().log());
        }
    }

    @Test
    void piecesOfAttachmentsCountToo() throws FailureException {
        Limits few = new Limits(4, 10_000, Duration.ofMinutes(10), 4_000_000, Duration.ofSeconds(2));
        SimulatorOptions options = SimulatorOptions.DEFAULT.limitedTo(few);
        try (Migration migration = new Migration(new GraphFixture(Strategy.JSON, true, options))) {
            migration.deliver(FolderPath.INBOX, Samples.large(7, 4_400_000));
            assertThat(migration.run().copied()).isEqualTo(1);
            List<StoredMessage> inbox =
                    migration.tenant.mailbox().folder("inbox").messages();
            assertThat(inbox.getFirst().attachments().getFirst().content()).hasSizeGreaterThan(4_400_000);
            List<Logged> log = migration.tenant.simulator().log();
            assertThat(log).anyMatch(r -> r.path().startsWith("/upload/") && r.status() == 429);
            assertNothingIsAskedTooEarly(log);
        }
    }

    /** A refusal in words of the service is no answer, so it is asked again; what broke may have been done. */
    @ParameterizedTest
    @CsvSource({"429,1,true", "503,1,false", "504,1,false", "503,-1,false", "504,-1,false"})
    void aCreationIsSentAgainOnlyWhereItWasRefused(int status, int retryAfter, boolean again) throws FailureException {
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true)) {
            String words = "Application is over its MailboxConcurrency limit.";
            tenant.simulator()
                    .faults()
                    .next(1, Faults.Arrived::creates, new Faults.Effect.Fail(status, words, retryAfter, false));
            Outcome outcome = append(tenant, 1).getFirst();
            assertThat(outcome).isInstanceOf(again ? Outcome.Stored.class : Outcome.Unknown.class);
            List<Logged> log = tenant.simulator().log();
            assertThat(log.stream()
                            .filter(r -> r.method().equals("POST") && r.path().endsWith("/messages")))
                    .hasSize(again ? 2 : 1);
            assertTimesAreKept(log);
        }
    }

    @ParameterizedTest
    @CsvSource({"429,1", "503,1", "504,1", "503,-1", "504,-1"})
    void aQuestionIsAskedAgainWhenItsTimeHasCome(int status, int retryAfter) throws FailureException {
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true)) {
            tenant.deliver(FolderPath.INBOX, Mail.number(1));
            try (MailboxWriter session = open(tenant)) {
                session.folders();
                tenant.simulator()
                        .faults()
                        .next(1, r -> true, new Faults.Effect.Fail(status, "Busy", retryAfter, false));
                assertThat(session.state(FolderPath.INBOX).count()).isEqualTo(1);
            }
            assertTimesAreKept(tenant.simulator().log());
        }
    }

    private static void assertTimesAreKept(List<Logged> log) {
        for (Logged refusal : log) {
            long due = refusal.end()
                    + Duration.ofSeconds(Math.max(0, refusal.retryAfter())).toNanos();
            assertThat(log.stream().filter(r -> r.begin() > refusal.end() && r.begin() < due))
                    .as("requests before the time that was told")
                    .isEmpty();
        }
    }

    /** What was under way when the refusal came is nobody's fault: four requests may be. */
    private static void assertNothingIsAskedTooEarly(List<Logged> log) {
        List<Logged> refused = log.stream().filter(r -> r.status() == 429).toList();
        assertThat(refused).as("refusals").isNotEmpty();
        for (Logged refusal : refused) {
            long told = refusal.end() + Duration.ofMillis(250).toNanos();
            long due = refusal.end() + Duration.ofSeconds(refusal.retryAfter()).toNanos();
            assertThat(log.stream().filter(r -> r.begin() > told && r.begin() < due))
                    .as("requests within the time of a refusal")
                    .isEmpty();
        }
    }
}
