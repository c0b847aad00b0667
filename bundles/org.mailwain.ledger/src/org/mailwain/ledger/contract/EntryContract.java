package org.mailwain.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.ledger.contract.Samples.ANNA;
import static org.mailwain.ledger.contract.Samples.EPOCH;
import static org.mailwain.ledger.contract.Samples.INBOX;
import static org.mailwain.ledger.contract.Samples.SENT;
import static org.mailwain.ledger.contract.Samples.commit;
import static org.mailwain.ledger.contract.Samples.copied;
import static org.mailwain.ledger.contract.Samples.done;
import static org.mailwain.ledger.contract.Samples.entry;
import static org.mailwain.ledger.contract.Samples.failed;
import static org.mailwain.ledger.contract.Samples.fingerprint;
import static org.mailwain.ledger.contract.Samples.ids;
import static org.mailwain.ledger.contract.Samples.key;
import static org.mailwain.ledger.contract.Samples.mark;
import static org.mailwain.ledger.contract.Samples.plain;
import static org.mailwain.ledger.contract.Samples.recount;
import static org.mailwain.ledger.contract.Samples.same;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.TargetFolder;

/** Entries, counters and the state of folders. */
public interface EntryContract extends LedgerPlace {
    @Test
    default void aPairThatNobodyWroteToIsEmpty() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, SENT);
            assertThat(folder.isEmpty()).isTrue();
            assertThat(folder.entries(ids(1, 2))).isEmpty();
            assertThat(folder.record().sourceEpoch()).isNull();
            assertThat(folder.record().state()).isEqualTo(FolderState.UNKNOWN);
            assertThat(folder.record().rulesDigest()).isEmpty();
            assertThat(folder.record().settled()).isFalse();
            assertThat(folder.record().counts()).isEqualTo(FolderCounts.NOTHING);
            assertThat(folder.source()).isEqualTo(INBOX);
            assertThat(folder.target()).isEqualTo(SENT);
            folder.entries(page -> {
                throw new AssertionError("no page");
            });
        }
    }

    @Test
    default void entriesComeBackAsTheyWereAlsoAfterOpeningAgain() throws Exception {
        List<ItemEntry> entries = new ArrayList<>();
        entries.add(new ItemEntry(
                ItemId.of(new byte[512]),
                ItemOutcome.COPIED,
                Set.of(ItemMark.values()),
                ItemId.of(new byte[512]),
                Long.MAX_VALUE,
                fingerprint(1),
                Samples.sha256(1),
                Integer.MIN_VALUE,
                true,
                77,
                true));
        entries.add(new ItemEntry(
                ItemId.of(new byte[] {-1}), ItemOutcome.VANISHED, Set.of(), null, -1, null, null, 0, false, 0, false));
        for (ItemOutcome outcome : ItemOutcome.values()) {
            entries.add(entry(100 + outcome.ordinal(), outcome, ItemMark.KEPT_LESS));
        }
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.commit(commit(entries.stream().map(Samples::plain).toList())));
            assertThat(folder.isEmpty()).isFalse();
        }
        try (Ledger ledger = open()) {
            FolderLedger folder = ledger.read(ANNA).orElseThrow().folders().getFirst();
            var found = folder.entries(entries.stream().map(ItemEntry::id).toList());
            assertThat(found).hasSameSizeAs(entries);
            entries.forEach(expected -> same(found.get(expected.id()), expected));
            assertThat(folder.entries(ids(4711))).isEmpty();
            assertThat(folder.record().counts()).isEqualTo(recount(folder));
        }
    }

    @Test
    default void countersFollowByTheDifference() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.commit(FolderCommit.listed(4)));
            done(folder.commit(commit(plain(copied(1)), plain(copied(2)), failed(3))));
            assertThat(folder.record().counts().balances()).isFalse();
            done(folder.commit(commit(plain(entry(3, ItemOutcome.COPIED, ItemMark.REPAIRED)), plain(copied(4)))));
            assertThat(folder.record().counts().of(ItemOutcome.COPIED)).isEqualTo(4);
            assertThat(folder.record().counts().of(ItemOutcome.FAILED)).isZero();
            assertThat(folder.record().counts().of(ItemMark.REPAIRED)).isEqualTo(1);
            assertThat(folder.record().counts().bytes()).isEqualTo(1001 + 1002 + 1003 + 1004);
            assertThat(folder.record().counts().balances()).isTrue();
            done(folder.commit(FolderCommit.listedMore(2)));
            assertThat(folder.record().counts().listed()).isEqualTo(6);
            done(folder.commit(commit(plain(entry(5, ItemOutcome.FAILED)), plain(entry(5, ItemOutcome.VANISHED)))));
            assertThat(folder.record().counts().of(ItemOutcome.VANISHED)).isEqualTo(1);
            assertThat(folder.record().counts().of(ItemOutcome.FAILED)).isZero();
            done(folder.commit(commit(plain(copied(5).left(true)))));
            assertThat(folder.record().counts().left()).isEqualTo(1);
            assertThat(folder.record().counts()).isEqualTo(recount(folder));
        }
    }

    @Test
    default void asksForTenThousandIdsAtOnce() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.commit(commit(copied(1, 10_001))));
            done(mailbox.folder(SENT, INBOX).commit(commit(copied(20_000, 20_010))));
            var found = folder.entries(LongStream.range(0, 10_000)
                    .mapToObj(n -> ItemId.ofNumber(n * 2))
                    .toList());
            assertThat(found).hasSize(5_000);
            assertThat(found.keySet()).allMatch(id -> id.number() % 2 == 0 && id.number() <= 10_000);
            assertThat(folder.entries(List.of())).isEmpty();
        }
    }

    @Test
    default void allEntriesComeInTheOrderOfIdsPageByPage() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.commit(commit(copied(10_001, 20_000))));
            done(folder.commit(commit(copied(1, 10_000))));
            done(folder.commit(commit(copied(20_001, 20_001))));
            List<Long> seen = new ArrayList<>();
            folder.entries(page -> {
                assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(10_000);
                page.forEach(entry -> seen.add(entry.id().number()));
            });
            assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 20_001).boxed().toList());
        }
    }

    @Test
    default void anotherEpochForgetsTheFolderAndNoOther() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            FolderLedger other = mailbox.folder(SENT, INBOX);
            for (FolderLedger each : List.of(folder, other)) {
                done(each.begin(EPOCH));
                done(each.commit(FolderCommit.listed(1).proven(Set.of(CopyProof.SIZE))));
                done(each.commit(FolderCommit.recognised(List.of(plain(copied(1)), failed(2)), List.of(), mark(9))));
                done(each.intend(Samples.intent(mailbox, each, 3)));
                done(each.settled(new FolderState("9"), "rules"));
            }
            done(folder.begin(EPOCH));
            assertThat(folder.isEmpty()).isFalse();
            done(folder.begin(Epoch.of(8)));
            assertThat(folder.isEmpty()).isTrue();
            assertThat(folder.record())
                    .usingRecursiveComparison()
                    .ignoringFields("firstCopied", "lastCopied")
                    .isEqualTo(new FolderRecord(
                            Epoch.of(8),
                            FolderState.UNKNOWN,
                            "",
                            false,
                            FolderCounts.NOTHING,
                            0,
                            null,
                            null,
                            Set.of()));
            folder.notes(page -> assertThat(page).isEmpty());
            assertThat(mailbox.ownIntents())
                    .hasSize(1)
                    .allMatch(intent -> intent.source().equals(SENT));
            assertThat(mailbox.target(INBOX).orElseThrow().ours()).isEqualTo(1);
            assertThat(other.entries(ids(1, 2))).hasSize(2);
            assertThat(other.record().recognised()).isEqualTo(9);
            assertThat(other.record().proofs()).containsExactly(CopyProof.SIZE);
        }
    }

    @Test
    default void settledLastsUntilSomethingIsOpenOrRetryableOrListedAgain() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.settled(new FolderState("1"), "rules"));
            assertThat(folder.record().settled()).isTrue();
            assertThat(folder.record().state()).isEqualTo(new FolderState("1"));
            assertThat(folder.record().rulesDigest()).isEqualTo("rules");
            var intent = Samples.intent(mailbox, folder, 1);
            done(folder.intend(intent));
            assertThat(folder.record().settled()).isFalse();
            done(folder.commit(FolderCommit.of(List.of(failed(1)), List.of(intent.number()), mark(43))));
            done(folder.settled(new FolderState("2"), "rules"));
            assertThat(folder.record().settled()).as("a retryable item").isFalse();
            done(folder.commit(commit(plain(copied(1)))));
            assertThat(folder.record().settled()).isTrue();
            done(folder.commit(FolderCommit.listedMore(1)));
            assertThat(folder.record().settled()).isFalse();
            assertThat(folder.record().state()).isEqualTo(new FolderState("2"));
        }
    }

    @Test
    default void keepsWhatProvesTheCopiesUntilSomethingElseIsSaid() throws Exception {
        Set<CopyProof> some = Set.of(CopyProof.SIZE_BAND, CopyProof.WORD);
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            assertThat(folder.record().proofs()).isEmpty();
            done(folder.commit(commit(plain(copied(1))).proven(Set.of(CopyProof.values()))));
            assertThat(folder.record().proofs()).containsExactlyInAnyOrder(CopyProof.values());
            done(folder.commit(commit(plain(copied(2))).proven(some)));
            done(folder.commit(commit(plain(copied(3)))));
        }
        try (Ledger ledger = open()) {
            FolderLedger folder = ledger.read(ANNA).orElseThrow().folders().getFirst();
            assertThat(folder.record().proofs()).isEqualTo(some);
        }
    }

    @Test
    default void remembersWhenItCopiedFirstAndLast() throws Exception {
        Instant before = Instant.now().minusMillis(1);
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.commit(commit(failed(1))));
            assertThat(folder.record().firstCopied()).isNull();
            done(folder.commit(commit(plain(copied(1)))));
            Instant first = folder.record().firstCopied();
            assertThat(first).isAfterOrEqualTo(before).isEqualTo(folder.record().lastCopied());
            Thread.sleep(5);
            done(folder.commit(commit(plain(copied(2)))));
            assertThat(folder.record().firstCopied()).isEqualTo(first);
            assertThat(folder.record().lastCopied()).isAfter(first);
        }
    }

    @Test
    default void targetFoldersAreSharedByAllSources() throws Exception {
        MailboxKey ben = new MailboxKey("pop.old.example:995", "ben", ANNA.targetEndpoint(), ANNA.targetMailbox());
        try (Ledger ledger = open();
                MailboxLedger anna = ledger.take(ANNA, "test");
                MailboxLedger bens = ledger.take(ben, "test");
                MailboxLedger stranger = ledger.take(key("stranger"), "test")) {
            assertThat(anna.targets()).isEmpty();
            done(anna.folder(INBOX, INBOX)
                    .commit(FolderCommit.recognised(
                            List.of(
                                    plain(copied(1)),
                                    plain(entry(2, ItemOutcome.ALREADY_THERE)),
                                    plain(entry(3, ItemOutcome.COPIED, ItemMark.MERGED_BY_TARGET)),
                                    plain(copied(4).left(true))),
                            List.of(),
                            mark(10))));
            done(bens.folder(INBOX, INBOX)
                    .commit(FolderCommit.recognised(List.of(plain(copied(1))), List.of(), mark(12))));
            TargetFolder target = anna.target(INBOX).orElseThrow();
            assertThat(target).isEqualTo(new TargetFolder(INBOX, mark(12), -1, 3, 1, 0));
            assertThat(bens.targets()).containsExactly(target);
            assertThat(stranger.targets()).isEmpty();
            assertThat(anna.target(SENT)).isEmpty();
            done(anna.folder(INBOX, INBOX)
                    .commit(new FolderCommit(
                            List.of(),
                            List.of(),
                            new Mark(Epoch.of(99), 3),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            0,
                            new FolderCommit.TargetCounts(6, 2))));
            assertThat(bens.target(INBOX)).contains(new TargetFolder(INBOX, new Mark(Epoch.of(99), 3), 6, 3, 1, 2));
            assertThat(bens.folder(INBOX, INBOX).record().recognised())
                    .as("positions lost their meaning")
                    .isZero();
            assertThat(anna.folder(INBOX, INBOX).record().recognised()).isZero();
        }
    }

    @Test
    default void findsWhatStandsForAFingerprint() throws Exception {
        MailboxKey ben = new MailboxKey("pop.old.example:995", "ben", ANNA.targetEndpoint(), ANNA.targetMailbox());
        try (Ledger ledger = open();
                MailboxLedger anna = ledger.take(ANNA, "test");
                MailboxLedger bens = ledger.take(ben, "test")) {
            done(anna.folder(INBOX, INBOX)
                    .commit(commit(plain(copied(1)), plain(copied(2).left(true)), failed(3))));
            done(bens.folder(INBOX, INBOX).commit(commit(plain(entry(1, ItemOutcome.ALREADY_THERE)))));
            done(bens.folder(INBOX, SENT).commit(commit(plain(copied(1)))));
            var found = anna.withFingerprints(INBOX, List.of(fingerprint(1), fingerprint(2), fingerprint(3)));
            assertThat(found).containsOnlyKeys(fingerprint(1), fingerprint(2));
            assertThat(found.get(fingerprint(1))).hasSize(2);
            assertThat(anna.withFingerprints(FolderPath.of("x"), List.of(fingerprint(1))))
                    .isEmpty();
            assertThat(anna.withFingerprints(INBOX, List.of())).isEmpty();
        }
    }

    @Test
    default void itemsThatLeftAreFoundUntilTheirCopiesAreTakenAwayOrKept() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, SENT);
            done(folder.commit(commit(
                    plain(copied(1)),
                    plain(copied(2).left(true)),
                    plain(copied(3).left(true)))));
            assertThat(leavers(folder, false)).containsExactlyElementsOf(ids(2, 3));
            ItemEntry moved = new ItemEntry(
                    copied(2).id(),
                    ItemOutcome.COPIED,
                    Set.of(ItemMark.MOVED),
                    copied(2).target(),
                    copied(2).size(),
                    copied(2).fingerprint(),
                    copied(2).sha256(),
                    0,
                    false,
                    1,
                    true);
            done(folder.commit(commit(plain(moved))));
            assertThat(leavers(folder, true)).containsExactlyElementsOf(ids(3));
            assertThat(folder.record().counts().of(ItemMark.MOVED)).isEqualTo(1);
            assertThat(folder.record().counts().left()).isEqualTo(2);
            assertThat(mailbox.target(SENT).orElseThrow().ours()).isEqualTo(2);
            assertThat(mailbox.withFingerprints(SENT, List.of(copied(2).fingerprint())))
                    .isEmpty();
            done(folder.keepLeavers());
            assertThat(leavers(folder, false)).isEmpty();
            assertThat(leavers(folder, true)).containsExactlyElementsOf(ids(3));
        }
    }

    private static List<ItemId> leavers(FolderLedger folder, boolean kept) throws FailureException {
        List<ItemId> found = new ArrayList<>();
        folder.leavers(kept, page -> page.forEach(entry -> found.add(entry.id())));
        return found;
    }
}
