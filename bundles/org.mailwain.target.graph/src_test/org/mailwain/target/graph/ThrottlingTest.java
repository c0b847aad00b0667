package org.mailwain.target.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.simulator.graph.Limits;
import org.mailwain.simulator.graph.Logged;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.tck.Mail;
import org.mailwain.tck.memory.MemoryBodies;

/** A service that refuses what is too much: everything arrives, and nothing is asked again before its time. */
class ThrottlingTest {
    @Test
    void whatIsRefusedIsAskedAgainInItsTimeAndOnce() throws FailureException {
        Limits few = new Limits(4, 30, Duration.ofSeconds(2), Long.MAX_VALUE, Duration.ofSeconds(2));
        SimulatorOptions options = SimulatorOptions.DEFAULT.limitedTo(few);
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true, options)) {
            List<Outcome> outcomes = new ArrayList<>();
            SessionContext context = new SessionContext(
                    Cancel.NEVER, new MemoryBodies(), LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
            try (MailboxWriter session = tenant.open(context)) {
                List<AppendBatch> batches = new ArrayList<>();
                for (int i = 1; i <= 60; i++) {
                    Mail mail = Mail.number(i);
                    AppendItem item = new AppendItem(
                            new AppendKey(1, i), Flags.NONE, mail.received(), MemoryBodies.of(mail.bytes()));
                    batches.add(new AppendBatch(FolderPath.INBOX, i, List.of(item)));
                }
                session.append(Feed.of(batches), (batch, those) -> outcomes.addAll(those));
            }
            assertThat(outcomes).hasSize(60).allMatch(Outcome.Stored.class::isInstance);
            assertThat(tenant.mailbox().folder("inbox").messages()).hasSize(60);
            assertNothingIsAskedTooEarly(tenant.simulator().log());
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
