package org.mailwain.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailwain.ledger.contract.Samples.ANNA;
import static org.mailwain.ledger.contract.Samples.INBOX;
import static org.mailwain.ledger.contract.Samples.commit;
import static org.mailwain.ledger.contract.Samples.copied;
import static org.mailwain.ledger.contract.Samples.done;
import static org.mailwain.ledger.contract.Samples.failed;
import static org.mailwain.ledger.contract.Samples.ids;
import static org.mailwain.ledger.contract.Samples.plain;
import static org.mailwain.ledger.contract.Samples.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxLedger;

/** Listings of whole folders. */
public interface StandingContract extends LedgerPlace {
    @Test
    default void whatAListingDoesNotNameHasLeft() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.commit(
                    commit(plain(copied(1)), plain(copied(2)), failed(3), plain(copied(8)), plain(copied(9)))));
            FolderLedger.Standing standing = folder.standing();
            standing.page(List.of());
            standing.page(ids(2));
            standing.page(ids(4, 8));
            assertThat(standing.end()).isEqualTo(3);
            assertThat(left(folder)).containsExactly(1L, 3L, 9L);
            assertThat(folder.record().counts().of(ItemOutcome.COPIED)).isEqualTo(2);
            assertThat(folder.record().counts().of(ItemOutcome.FAILED)).isZero();
            assertThat(folder.record().counts().left()).isEqualTo(3);
            assertThat(folder.record().counts()).isEqualTo(recount(folder));
            assertThat(mailbox.target(INBOX).orElseThrow().ours())
                    .as("stands on the target all the same")
                    .isEqualTo(4);
        }
    }

    @Test
    default void whatComesBackHasNotLeftAnyMore() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.commit(commit(copied(1, 5))));
            assertThat(folder.standing().end()).as("an emptied folder").isEqualTo(5);
            assertThat(folder.standing().end()).as("each is told once").isZero();
            FolderLedger.Standing standing = folder.standing();
            standing.page(ids(2, 3, 7));
            assertThat(standing.end()).isZero();
            assertThat(left(folder)).containsExactly(1L, 4L, 5L);
            assertThat(folder.record().counts()).isEqualTo(recount(folder));
            done(folder.commit(commit(plain(copied(1)))));
            assertThat(left(folder)).containsExactly(4L, 5L);
        }
    }

    @Test
    default void aListingAndTheLedgerMayBothBeLong() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.commit(commit(copied(1, 35_000))));
            FolderLedger.Standing standing = folder.standing();
            for (long from = 0; from < 40_000; from += 10_000) {
                standing.page(LongStream.range(from, from + 10_000)
                        .filter(n -> n % 3 != 0)
                        .mapToObj(ItemId::ofNumber)
                        .toList());
            }
            assertThat(standing.end()).isEqualTo(35_000 / 3);
            assertThat(left(folder)).hasSize(35_000 / 3).allMatch(n -> n % 3 == 0);
            assertThat(folder.record().counts()).isEqualTo(recount(folder));
            FolderLedger.Standing sparse = folder.standing();
            sparse.page(ids(1, 34_999));
            assertThat(sparse.end()).isEqualTo(35_000 - 35_000 / 3 - 2);
            FolderLedger.Standing all = folder.standing();
            all.page(
                    LongStream.rangeClosed(1, 35_000).mapToObj(ItemId::ofNumber).toList());
            assertThat(all.end()).isZero();
            assertThat(left(folder)).isEmpty();
        }
    }

    @Test
    default void idsThatDoNotRiseAreAMistake() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger.Standing standing = mailbox.folder(INBOX, INBOX).standing();
            assertThatThrownBy(() -> standing.page(ids(2, 2))).isInstanceOf(IllegalArgumentException.class);
            standing.page(ids(5));
            assertThatThrownBy(() -> standing.page(ids(5, 6))).isInstanceOf(IllegalArgumentException.class);
            standing.page(ids(6));
            assertThat(standing.end()).isZero();
        }
    }

    private static List<Long> left(FolderLedger folder) throws Exception {
        List<Long> left = new ArrayList<>();
        folder.entries(page -> page.stream()
                .filter(entry -> entry.left())
                .forEach(entry -> left.add(entry.id().number())));
        return left;
    }
}
