package org.mailwain.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailwain.ledger.contract.Samples.ANNA;
import static org.mailwain.ledger.contract.Samples.EPOCH;
import static org.mailwain.ledger.contract.Samples.INBOX;
import static org.mailwain.ledger.contract.Samples.SENT;
import static org.mailwain.ledger.contract.Samples.commit;
import static org.mailwain.ledger.contract.Samples.copied;
import static org.mailwain.ledger.contract.Samples.done;
import static org.mailwain.ledger.contract.Samples.failed;
import static org.mailwain.ledger.contract.Samples.intent;
import static org.mailwain.ledger.contract.Samples.key;
import static org.mailwain.ledger.contract.Samples.recount;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.MailboxLedger;

/** Mailboxes, their fences, and many at once. */
public interface MailboxContract extends LedgerPlace {
    @Test
    default void theFenceGrowsWithEveryTake() throws Exception {
        long last = 0;
        for (int i = 0; i < 3; i++) {
            try (Ledger ledger = open();
                    MailboxLedger first = ledger.take(ANNA, "first");
                    MailboxLedger second = ledger.take(ANNA, "second")) {
                assertThat(first.fence()).isGreaterThan(last);
                assertThat(second.fence()).isGreaterThan(first.fence());
                assertThat(second.key()).isEqualTo(ANNA);
                last = second.fence();
            }
        }
    }

    @Test
    default void whoeverHeldItBeforeCanWriteNoMore() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger first = ledger.take(ANNA, "first");
                MailboxLedger other = ledger.take(key("ben"), "first")) {
            FolderLedger stale = first.folder(INBOX, INBOX);
            done(stale.commit(commit(copied(1, 3))));
            try (MailboxLedger second = ledger.take(ANNA, "second on node 7")) {
                var before = stale.record();
                Samples.failed(stale.begin(EPOCH), LedgerFailure.FENCED);
                Samples.failed(stale.intend(intent(first, stale, 4)), LedgerFailure.FENCED);
                Samples.failed(stale.commit(commit(copied(4, 4))), LedgerFailure.FENCED);
                Samples.failed(stale.commit(FolderCommit.listed(9)), LedgerFailure.FENCED);
                Samples.failed(stale.settled(new FolderState("x"), ""), LedgerFailure.FENCED);
                assertThatThrownBy(() -> stale.standing().end())
                        .isInstanceOfSatisfying(
                                FailureException.class,
                                e -> assertThat(e.failure().arguments().toString())
                                        .contains(ANNA.targetMailbox(), "second on node 7"));
                assertThat(stale.record()).isEqualTo(before);
                assertThat(second.openIntents()).isEmpty();
                FolderLedger current = second.folder(INBOX, INBOX);
                done(current.commit(commit(copied(4, 4))));
                assertThat(stale.record().counts().of(ItemOutcome.COPIED)).isEqualTo(4);
            }
            done(other.folder(INBOX, INBOX).commit(commit(copied(1, 1))));
        }
    }

    @Test
    default void aRefusedWriteDoesNotHarmThoseBesideIt() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger stale = ledger.take(ANNA, "first");
                MailboxLedger current = ledger.take(ANNA, "second")) {
            List<CompletableFuture<?>> good = new ArrayList<>();
            List<CompletableFuture<?>> bad = new ArrayList<>();
            var twice = intent(current, current.folder(SENT, SENT), 1);
            good.add(current.folder(SENT, SENT).intend(twice));
            for (int i = 1; i <= 200; i++) {
                good.add(current.folder(INBOX, INBOX).commit(commit(copied(i, i))));
                bad.add(stale.folder(INBOX, INBOX).commit(commit(failed(1000 + i))));
                bad.add(current.folder(SENT, SENT).intend(twice));
            }
            for (CompletableFuture<?> future : good) {
                done(future);
            }
            for (CompletableFuture<?> future : bad) {
                assertThatThrownBy(() -> done(future)).isInstanceOf(FailureException.class);
            }
            FolderLedger folder = current.folder(INBOX, INBOX);
            assertThat(folder.record().counts().of(ItemOutcome.COPIED)).isEqualTo(200);
            assertThat(folder.record().counts()).isEqualTo(recount(folder));
            assertThat(current.openIntents()).hasSize(1);
        }
    }

    @Test
    default void flushWaitsAndFailsAsTheFirstThatFailed() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 1; i <= 50; i++) {
                all.add(folder.commit(commit(copied(i * 100, i * 100 + 99))));
            }
            mailbox.flush();
            assertThat(all).allMatch(CompletableFuture::isDone);
            assertThat(folder.record().counts().of(ItemOutcome.COPIED)).isEqualTo(5_000);
            ledger.take(ANNA, "somebody else").close();
            folder.commit(commit(copied(1, 1)));
            assertThatThrownBy(mailbox::flush)
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure().is(LedgerFailure.FENCED))
                                    .isTrue());
            mailbox.flush();
        }
    }

    @Test
    default void aMailboxIsReadWithoutTakingIt() throws Exception {
        FolderPath odd = FolderPath.of("a/b\\c", "\u00e4\ud83d\ude00", "\u0000", "\ud800", " ");
        try (Ledger ledger = open()) {
            assertThat(ledger.read(ANNA)).isEmpty();
            try (MailboxLedger writer = ledger.take(ANNA, "test")) {
                done(writer.folder(odd, INBOX).commit(commit(copied(1, 3))));
                done(writer.folder(INBOX, odd).begin(EPOCH));
                MailboxLedger reader = ledger.read(ANNA).orElseThrow();
                assertThat(reader.fence()).isZero();
                assertThat(reader.folders()).extracting(FolderLedger::source).containsExactly(odd, INBOX);
                assertThat(reader.folders()).extracting(FolderLedger::target).containsExactly(INBOX, odd);
                assertThat(reader.folders().getFirst().record().counts().of(ItemOutcome.COPIED))
                        .isEqualTo(3);
                Samples.failed(reader.folder(INBOX, INBOX).begin(EPOCH), LedgerFailure.WRITE);
                done(writer.folder(odd, INBOX).commit(commit(copied(4, 4))));
                assertThat(reader.folder(odd, INBOX).record().counts().of(ItemOutcome.COPIED))
                        .isEqualTo(4);
            }
        }
    }

    @Test
    default void anotherLedgerReadsWhileThisOneWrites() throws Exception {
        assertThat(driver().openToRead(location())).isEmpty();
        try (Ledger ledger = open();
                MailboxLedger writer = ledger.take(ANNA, "test");
                Ledger second = driver().openToRead(location()).orElseThrow()) {
            FolderLedger folder = writer.folder(INBOX, INBOX);
            done(folder.commit(commit(copied(1, 3))));
            FolderLedger read = second.read(ANNA).orElseThrow().folder(INBOX, INBOX);
            assertThat(read.record()).isEqualTo(folder.record());
            done(folder.commit(commit(copied(4, 4))));
            assertThat(read.record()).isEqualTo(folder.record());
            assertThat(read.entries(Samples.ids(4))).hasSize(1);
            assertThatThrownBy(() -> second.take(ANNA, "me"))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure().is(LedgerFailure.WRITE)).isTrue());
        }
    }

    @Test
    default void manyMailboxesWriteAtOnce() throws Exception {
        int mailboxes = 12;
        try (Ledger ledger = open()) {
            List<Thread> threads = new ArrayList<>();
            List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < mailboxes; i++) {
                String name = "user" + i;
                threads.add(Thread.ofPlatform().start(() -> {
                    try (MailboxLedger mailbox = ledger.take(key(name), "test")) {
                        copySome(mailbox);
                    } catch (Throwable e) {
                        faults.add(e);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(faults).isEmpty();
            for (int i = 0; i < mailboxes; i++) {
                FolderLedger folder =
                        ledger.read(key("user" + i)).orElseThrow().folders().getFirst();
                assertThat(folder.record().counts().of(ItemOutcome.COPIED)).isEqualTo(1_000);
                assertThat(folder.record().counts()).isEqualTo(recount(folder));
            }
        }
    }

    private static void copySome(MailboxLedger mailbox) throws Exception {
        FolderLedger folder = mailbox.folder(INBOX, INBOX);
        done(folder.begin(EPOCH));
        for (int from = 0; from < 1_000; from += 50) {
            var intent = intent(mailbox, folder, from, from + 1);
            done(folder.intend(intent));
            folder.commit(FolderCommit.of(copied(from, from + 49), List.of(intent.number()), Samples.mark(from)));
        }
        mailbox.flush();
    }
}
