package org.mailwain.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailwain.ledger.contract.Samples.key;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.batch.Pass;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.BatchLedger;
import org.mailwain.ledger.BatchLedger.Enrolment;
import org.mailwain.ledger.BatchLedger.MailboxEntry;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;

/** States of batches and mailboxes. */
public interface BatchContract extends LedgerPlace {
    @Test
    default void aNewBatchIsCreated() throws Exception {
        try (Ledger ledger = open()) {
            BatchLedger batch = ledger.batch("wave-1");
            assertThat(batch.name()).isEqualTo("wave-1");
            assertThat(batch.state()).isEqualTo(BatchState.CREATED);
            assertThat(batch.mailboxes()).isEmpty();
            batch.become(BatchState.STARTING);
            ledger.batch("wave-0").enrol(List.of());
            assertThat(ledger.batches()).containsExactly("wave-0", "wave-1");
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.batch("wave-1").state()).isEqualTo(BatchState.STARTING);
        }
    }

    @Test
    default void onlyWhatTheTableAllowsHappens() throws Exception {
        try (Ledger ledger = open()) {
            BatchLedger batch = ledger.batch("b");
            refused(() -> batch.become(BatchState.COMPLETED));
            batch.become(BatchState.STARTING);
            batch.become(BatchState.STARTING);
            refused(() -> batch.become(BatchState.CREATED));
            assertThat(batch.state()).isEqualTo(BatchState.STARTING);
            batch.enrol(List.of(new Enrolment(key("a"), "A")));
            refused(() -> batch.become(key("a"), MailboxState.COMPLETED, null));
            batch.become(key("a"), MailboxState.VALIDATING, null);
            assertThat(batch.mailboxes().getFirst().state()).isEqualTo(MailboxState.VALIDATING);
            assertThatThrownBy(() -> batch.become(key("nobody"), MailboxState.QUEUED, null))
                    .isInstanceOf(FailureException.class);
        }
    }

    @Test
    default void manyMailboxesGoTogetherOrNotAtAll() throws Exception {
        try (Ledger ledger = open()) {
            BatchLedger batch = ledger.batch("b");
            batch.enrol(List.of(new Enrolment(key("a"), "A"), new Enrolment(key("b"), "B")));
            List<MailboxKey> both = List.of(key("a"), key("b"));
            batch.become(both, List.of(MailboxState.VALIDATING, MailboxState.SYNCING));
            assertThat(batch.mailboxes()).extracting(MailboxEntry::state).containsOnly(MailboxState.SYNCING);
            batch.become(key("b"), MailboxState.SYNCED, null);
            refused(() -> batch.become(both, List.of(MailboxState.SYNCED, MailboxState.VALIDATING)));
            assertThat(batch.mailboxes())
                    .extracting(MailboxEntry::state)
                    .containsExactly(MailboxState.SYNCING, MailboxState.SYNCED);
        }
    }

    /** Every active state may become Stopped, and an active mailbox Queued: whoever holds the ledger cleans up. */
    @Test
    default void whatADeadRunLeftActiveCanBeStartedAgain() throws Exception {
        for (BatchState active : BatchState.values()) {
            assertThat(!active.isActive() || active.mayBecome(BatchState.STOPPED))
                    .as("%s", active)
                    .isTrue();
        }
        for (MailboxState active : MailboxState.values()) {
            assertThat(!active.isActive() || active == MailboxState.QUEUED || active.mayBecome(MailboxState.QUEUED))
                    .as("%s", active)
                    .isTrue();
        }
        try (Ledger ledger = open()) {
            BatchLedger batch = ledger.batch("b");
            batch.enrol(List.of(new Enrolment(key("a"), "A"), new Enrolment(key("b"), "B")));
            batch.become(BatchState.STARTING);
            batch.become(BatchState.SYNCING);
            batch.become(key("a"), MailboxState.VALIDATING, null);
        }
        try (Ledger ledger = open()) {
            BatchLedger batch = ledger.batch("b");
            batch.become(BatchState.STOPPED);
            batch.become(BatchState.STARTING);
            batch.become(key("a"), MailboxState.QUEUED, null);
            batch.become(key("b"), MailboxState.QUEUED, null);
            assertThat(batch.mailboxes()).extracting(MailboxEntry::state).containsOnly(MailboxState.QUEUED);
        }
    }

    @Test
    default void whoLostAMailboxSaysNothingOfItsState() throws Exception {
        try (Ledger ledger = open()) {
            BatchLedger batch = ledger.batch("b");
            batch.enrol(List.of(new Enrolment(key("a"), "A")));
            try (MailboxLedger first = ledger.take(key("a"), "first");
                    MailboxLedger second = ledger.take(key("a"), "second")) {
                assertThatThrownBy(() -> batch.become(first, MailboxState.FAILED, null))
                        .isInstanceOfSatisfying(
                                FailureException.class,
                                e -> assertThat(e.failure().is(LedgerFailure.FENCED))
                                        .isTrue());
                batch.become(second, MailboxState.VALIDATING, null);
                assertThat(batch.mailboxes().getFirst().state()).isEqualTo(MailboxState.VALIDATING);
            }
        }
    }

    @Test
    default void theListDecidesWhoIsShownAndInWhichOrder() throws Exception {
        try (Ledger ledger = open()) {
            BatchLedger batch = ledger.batch("b");
            ledger.batch("other").enrol(List.of(new Enrolment(key("a"), "A elsewhere")));
            batch.enrol(List.of(new Enrolment(key("c"), "C"), new Enrolment(key("a"), "A")));
            assertThat(batch.mailboxes()).extracting(MailboxEntry::label).containsExactly("C", "A");
            assertThat(batch.mailboxes()).extracting(MailboxEntry::state).containsOnly(MailboxState.QUEUED);
            assertThat(batch.mailboxes()).extracting(MailboxEntry::key).containsExactly(key("c"), key("a"));
            batch.become(key("c"), MailboxState.VALIDATING, null);
            batch.enrol(List.of(new Enrolment(key("b"), "B"), new Enrolment(key("a"), "Anna")));
            assertThat(batch.mailboxes()).extracting(MailboxEntry::label).containsExactly("B", "Anna");
            batch.enrol(List.of(new Enrolment(key("c"), "C")));
            assertThat(batch.mailboxes())
                    .as("it comes back in the state that it left in")
                    .extracting(MailboxEntry::state)
                    .containsExactly(MailboxState.VALIDATING);
            assertThat(ledger.batch("other").mailboxes())
                    .extracting(MailboxEntry::label)
                    .containsExactly("A elsewhere");
        }
    }

    @Test
    default void remembersFailuresAndGoodPasses() throws Exception {
        Failure failure = LedgerFailure.OPEN.with("somewhere", 42);
        Instant first = Instant.parse("2026-03-02T09:00:00.123Z");
        try (Ledger ledger = open()) {
            BatchLedger batch = ledger.batch("b");
            batch.enrol(List.of(new Enrolment(key("a"), "A")));
            MailboxEntry fresh = batch.mailboxes().getFirst();
            assertThat(fresh.failure()).isNull();
            assertThat(fresh.lastSynced()).isNull();
            assertThat(fresh.passes()).isZero();
            batch.become(key("a"), MailboxState.FAILED, failure);
            batch.synced(key("a"), Pass.INITIAL, first);
            batch.synced(key("a"), Pass.DELTA, first.plusSeconds(1));
            MailboxEntry entry = batch.mailboxes().getFirst();
            assertThat(entry.failure()).isEqualTo(failure);
            assertThat(entry.since()).isAfterOrEqualTo(fresh.since());
            assertThat(entry.lastSynced()).isEqualTo(first.plusSeconds(1));
            assertThat(entry.passes()).isEqualTo(2);
            batch.become(key("a"), MailboxState.QUEUED, null);
            assertThat(batch.mailboxes().getFirst().failure()).isNull();
        }
    }

    @Test
    default void aListOfFiftyThousandIsEnrolled() throws Exception {
        List<Enrolment> list = IntStream.range(0, 50_000)
                .mapToObj(i -> new Enrolment(key("user" + i), "User " + i))
                .toList();
        try (Ledger ledger = open()) {
            BatchLedger batch = ledger.batch("b");
            batch.enrol(list);
            assertThat(batch.mailboxes())
                    .extracting(MailboxEntry::label)
                    .containsExactlyElementsOf(
                            list.stream().map(Enrolment::label).toList());
        }
    }

    private static void refused(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().is(LedgerFailure.TRANSITION))
                                .isTrue());
    }
}
