package org.mailwain.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailwain.ledger.contract.Samples.ANNA;
import static org.mailwain.ledger.contract.Samples.INBOX;
import static org.mailwain.ledger.contract.Samples.SENT;
import static org.mailwain.ledger.contract.Samples.copied;
import static org.mailwain.ledger.contract.Samples.done;
import static org.mailwain.ledger.contract.Samples.intent;
import static org.mailwain.ledger.contract.Samples.mark;
import static org.mailwain.ledger.contract.Samples.plain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;

/** What is about to be appended. */
public interface IntentContract extends LedgerPlace {
    @Test
    default void anIntentOutlivesItsWriterUntilItIsClosed() throws Exception {
        Intent written;
        Intent second;
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, SENT);
            written = intent(mailbox, folder, 1, 2, 3);
            second = new Intent(
                    mailbox.nextIntent(),
                    mailbox.fence(),
                    INBOX,
                    SENT,
                    mark(7),
                    3,
                    Instant.EPOCH,
                    List.of(new Intent.Item(ItemId.of(new byte[512]), -1, null, null, null)));
            done(folder.intend(written));
            done(folder.intend(second));
        }
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "next")) {
            assertThat(mailbox.openIntents()).usingRecursiveComparison().isEqualTo(List.of(written, second));
            assertThat(mailbox.ownIntents()).usingRecursiveComparison().isEqualTo(List.of(written, second));
            FolderLedger folder = mailbox.folder(INBOX, SENT);
            done(folder.commit(FolderCommit.of(
                    List.of(plain(copied(1)), plain(copied(2)), plain(copied(3))),
                    List.of(written.number()),
                    mark(45))));
            assertThat(mailbox.openIntents()).extracting(Intent::number).containsExactly(second.number());
            done(folder.commit(FolderCommit.of(List.of(), List.of(second.number(), 12345L), mark(45))));
            assertThat(mailbox.openIntents()).isEmpty();
            done(folder.settled(new FolderState("s"), ""));
            assertThat(folder.record().settled()).isTrue();
        }
    }

    @Test
    default void showsTheIntentsOfEverySourceIntoOneTargetMailbox() throws Exception {
        MailboxKey ben = new MailboxKey("pop.old.example:995", "ben", ANNA.targetEndpoint(), ANNA.targetMailbox());
        try (Ledger ledger = open();
                MailboxLedger anna = ledger.take(ANNA, "test");
                MailboxLedger bens = ledger.take(ben, "test");
                MailboxLedger stranger = ledger.take(Samples.key("stranger"), "test")) {
            FolderLedger annas = anna.folder(INBOX, INBOX);
            Intent hers = intent(anna, annas, 1);
            Intent his = intent(bens, bens.folder(INBOX, INBOX), 1);
            done(annas.settled(new FolderState("s"), ""));
            done(annas.intend(hers));
            done(bens.folder(INBOX, INBOX).intend(his));
            assertThat(anna.openIntents()).extracting(Intent::number).containsExactly(hers.number(), his.number());
            assertThat(anna.ownIntents()).extracting(Intent::number).containsExactly(hers.number());
            assertThat(bens.ownIntents()).extracting(Intent::number).containsExactly(his.number());
            assertThat(stranger.openIntents()).isEmpty();
            done(stranger.folder(INBOX, INBOX).commit(FolderCommit.of(List.of(), List.of(hers.number()), null)));
            assertThat(anna.openIntents()).as("a stranger closes nothing").hasSize(2);
            done(bens.folder(INBOX, INBOX).commit(FolderCommit.of(List.of(), List.of(hers.number()), null)));
            assertThat(anna.openIntents()).extracting(Intent::number).containsExactly(his.number());
            done(annas.settled(new FolderState("s"), ""));
            assertThat(annas.record().settled())
                    .as("its intent was closed by the other")
                    .isTrue();
        }
    }

    @Test
    default void numbersAreNeverGivenTwiceAndRise() throws Exception {
        Set<Long> given = new HashSet<>();
        long last = 0;
        for (int run = 0; run < 3; run++) {
            try (Ledger ledger = open();
                    MailboxLedger anna = ledger.take(ANNA, "test");
                    MailboxLedger ben = ledger.take(Samples.key("ben"), "test")) {
                for (int i = 0; i < 100; i++) {
                    assertThat(given.add(anna.nextIntent())).isTrue();
                    assertThat(given.add(ben.nextIntent())).isTrue();
                }
                long next = anna.nextIntent();
                assertThat(next).isGreaterThan(last);
                last = next;
            }
        }
    }

    @Test
    default void anIntentOfAnotherFenceIsAMistake() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            Intent intent = intent(mailbox, folder, 1);
            try (MailboxLedger later = ledger.take(ANNA, "later")) {
                FolderLedger same = later.folder(INBOX, INBOX);
                assertThatThrownBy(() -> same.intend(intent)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
