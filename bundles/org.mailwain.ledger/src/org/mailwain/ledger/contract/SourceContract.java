package org.mailwain.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.ledger.contract.Samples.ANNA;
import static org.mailwain.ledger.contract.Samples.done;
import static org.mailwain.ledger.contract.Samples.key;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.ledger.Drawn;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.LeftOut;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;

/** What is known of a source mailbox as a whole: folders left out, and how much it gave out. */
public interface SourceContract extends LedgerPlace {
    private static LeftOut left(long items, String... names) {
        return new LeftOut(FolderPath.of(names), items, Samples.note("").failure());
    }

    @Test
    default void foldersLeftOutAreThoseToldLast() throws Exception {
        LeftOut calendar = left(7, "Calendar");
        LeftOut odd = left(-1, "Notes", "a/b\u0000");
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test");
                MailboxLedger other = ledger.take(key("ben"), "test")) {
            assertThat(mailbox.leftOut()).isEmpty();
            done(mailbox.leaveOut(List.of(calendar, odd)));
            done(other.leaveOut(List.of(left(1, "Tasks"))));
            assertThat(mailbox.leftOut()).containsExactlyInAnyOrder(calendar, odd);
            done(mailbox.leaveOut(List.of(odd)));
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.read(ANNA).orElseThrow().leftOut()).containsExactly(odd);
            assertThat(ledger.read(key("ben")).orElseThrow().leftOut()).hasSize(1);
        }
    }

    @Test
    default void whatASourceGaveOutIsKnownWhateverTargetItWentTo() throws Exception {
        MailboxKey elsewhere = new MailboxKey(
                ANNA.sourceEndpoint(), ANNA.sourceMailbox(), ANNA.targetEndpoint(), "archive@new.example");
        Instant now = Instant.parse("2026-03-02T09:30:00Z");
        Instant yesterday = now.minus(1, ChronoUnit.DAYS);
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            done(mailbox.draw(yesterday, 77));
            done(mailbox.draw(now, 1_000));
            done(mailbox.draw(now, 5_000_000_000L));
            assertThat(mailbox.drawn(yesterday))
                    .containsExactly(
                            new Drawn(Instant.parse("2026-03-01T09:00:00Z"), 77),
                            new Drawn(Instant.parse("2026-03-02T09:00:00Z"), 5_000_001_000L));
        }
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(elsewhere, "test");
                MailboxLedger other = ledger.take(key("ben"), "test")) {
            done(mailbox.draw(now, 1));
            assertThat(mailbox.drawn(now))
                    .containsExactly(new Drawn(Instant.parse("2026-03-02T09:00:00Z"), 5_000_001_001L));
            assertThat(mailbox.drawn(now.plus(1, ChronoUnit.HOURS))).isEmpty();
            assertThat(other.drawn(yesterday)).isEmpty();
        }
    }

    @Test
    default void neitherIsWrittenUnderAnOldFence() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger stale = ledger.take(ANNA, "first");
                MailboxLedger current = ledger.take(ANNA, "second")) {
            Samples.failed(stale.leaveOut(List.of(left(1, "Notes"))), LedgerFailure.FENCED);
            Samples.failed(stale.draw(Instant.EPOCH, 1), LedgerFailure.FENCED);
            assertThat(current.leftOut()).isEmpty();
            assertThat(current.drawn(Instant.EPOCH)).isEmpty();
        }
    }
}
