package org.mailwain.tck.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailwain.api.mail.FolderPath.INBOX;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.SystemFlag;
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
import org.mailwain.tck.memory.Faults.Point;

class MemoryMailboxTest {
    private static final Instant RECEIVED = Instant.parse("2020-02-03T04:05:06Z");

    private final HandClock clock = new HandClock();
    private final MemoryMailbox mailbox = new MemoryMailbox(MemoryOptions.IMAP.clock(clock));
    private final SessionContext context =
            new SessionContext(Cancel.NEVER, new MemoryBodies(), LimitLease.UNLIMITED, Asks.NOBODY, clock);

    private static AppendBatch batch(long number, int... generated) {
        List<AppendItem> items = new ArrayList<>();
        for (int i : generated) {
            items.add(new AppendItem(
                    new AppendKey(1, i),
                    Flags.of(SystemFlag.SEEN),
                    RECEIVED,
                    MemoryBodies.of(Content.generated(7, i, 500).bytes())));
        }
        return new AppendBatch(INBOX, number, items);
    }

    private List<Outcome> append(AppendBatch... batches) throws FailureException {
        List<Outcome> outcomes = new ArrayList<>();
        try (MailboxWriter session = mailbox.open(context)) {
            session.append(Feed.of(List.of(batches)), (b, answers) -> outcomes.addAll(answers));
        } catch (FailureException e) {
            assertThat(outcomes.getLast()).isEqualTo(new Outcome.Unknown(e.failure()));
        }
        return outcomes;
    }

    private List<Integer> standing() {
        return mailbox.messages(INBOX).stream()
                .map(m -> ((Content.Generated) m.content()).number())
                .toList();
    }

    @Test
    void keepsAGeneratedMessageAsItsNumbers() {
        Content.Generated made = (Content.Generated) Content.generated(3, 12, 4321);
        assertThat(made.bytes()).hasSize(4321).isEqualTo(made.bytes());
        assertThat(new String(made.bytes())).doesNotContainPattern("\r(?!\n)").doesNotContainPattern("(?<!\r)\n");
        assertThat(Content.of(made.bytes())).isEqualTo(made);
        byte[] other = made.bytes();
        other[2000] ^= 1;
        assertThat(Content.of(other)).isInstanceOf(Content.Given.class);
    }

    @Test
    void aCutAfterTheWriteLeavesTheBatchStandingAndUnknown() throws FailureException {
        mailbox.faults().at(Point.ANSWER, 2).cut();
        List<Outcome> outcomes = append(batch(1, 1, 2), batch(2, 3, 4), batch(3, 5));
        assertThat(outcomes.subList(0, 2)).allMatch(Outcome.Stored.class::isInstance);
        assertThat(outcomes.subList(2, 5)).hasSize(3).allMatch(Outcome.Unknown.class::isInstance);
        assertThat(standing()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aCutInTheMiddleLeavesHalfABatch() throws FailureException {
        mailbox.faults().at(Point.BETWEEN, 2).cut();
        append(batch(1, 1, 2, 3));
        assertThat(standing()).containsExactly(1, 2);
    }

    @Test
    void whatWasInFlightLandsLater() throws FailureException {
        mailbox.faults().at(Point.ANSWER, 1).cut();
        mailbox.faults().landLate(Duration.ofSeconds(5));
        mailbox.faults().inFlight(1);
        append(batch(1, 1, 2), batch(2, 3, 4));
        assertThat(standing()).isEmpty();
        assertThat(mailbox.landing()).isEqualTo(3);
        mailbox.deliver(INBOX, Content.generated(7, 99, 500), Flags.NONE, RECEIVED);
        clock.advance(Duration.ofSeconds(5));
        assertThat(standing()).containsExactly(99, 1, 2, 3);
    }

    @Test
    void mergesWhatIsEqual() throws FailureException {
        MemoryMailbox merging = new MemoryMailbox(MemoryOptions.IMAP.merging(true));
        List<Outcome> outcomes = new ArrayList<>();
        try (MailboxWriter session = merging.open(context)) {
            session.append(Feed.of(List.of(batch(1, 1, 1))), (b, answers) -> outcomes.addAll(answers));
        }
        assertThat(outcomes.getFirst()).isEqualTo(outcomes.getLast());
        assertThat(merging.messages(INBOX)).hasSize(1);
    }

    @Test
    void oneRefusedItemRefusesACommandOfMany() throws FailureException {
        mailbox.faults()
                .refuse((folder, item, bytes) ->
                        item.key().low() == 2 ? Optional.of(MemoryFailure.REFUSED.with()) : Optional.empty());
        assertThat(append(batch(1, 1, 2, 3))).allMatch(Outcome.Refused.class::isInstance);
        assertThat(append(batch(2, 1, 3))).allMatch(Outcome.Stored.class::isInstance);
        assertThat(standing()).containsExactly(1, 3);
    }

    @Test
    void anAnswerWithoutIdsIsUnknownAndTheSessionGoesOn() throws FailureException {
        mailbox.faults().at(Point.ANSWER, 1).withoutIds();
        List<Outcome> outcomes = append(batch(1, 1), batch(2, 2));
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Unknown.class);
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Stored.class);
        assertThat(standing()).containsExactly(1, 2);
    }

    @Test
    void someoneDeliversBetween() throws FailureException {
        mailbox.faults()
                .at(Point.APPEND, 2)
                .run(() -> mailbox.deliver(INBOX, Content.generated(7, 50, 500), Flags.NONE, RECEIVED));
        append(batch(1, 1), batch(2, 2));
        assertThat(standing()).containsExactly(1, 50, 2);
    }

    @Test
    void everyStepCanBeCut() throws FailureException {
        append(batch(1, 1, 2), batch(2, 3));
        long steps = mailbox.faults().steps();
        assertThat(steps).isEqualTo(6);
        for (int step = 1; step <= steps; step++) {
            MemoryMailbox again = new MemoryMailbox();
            again.faults().atStep(step).cut();
            assertThatThrownBy(() -> {
                        try (MailboxWriter session = again.open(context)) {
                            session.append(Feed.of(List.of(batch(1, 1, 2), batch(2, 3))), (b, answers) -> {});
                        }
                    })
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("memory.cut");
        }
    }

    @Test
    void throttlingNamesTheMomentByItsClock() {
        mailbox.faults().at(Point.STATE, 1).throttle(Duration.ofMinutes(5));
        assertThatThrownBy(() -> mailbox.open(context).state(INBOX))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().notBefore())
                                .isEqualTo(clock.instant().plus(Duration.ofMinutes(5))));
    }

    @Test
    void holdsTwoHundredThousandMessages() {
        mailbox.fill(INBOX, 1, 200_000, 50_000);
        assertThat(mailbox.status(INBOX).count()).isEqualTo(200_000);
        assertThat(mailbox.status(INBOX).bytes()).isEqualTo(10_000_000_000L);
    }
}
