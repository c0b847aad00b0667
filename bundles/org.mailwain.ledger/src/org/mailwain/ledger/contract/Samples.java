package org.mailwain.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.ItemNote;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;

/** Mailboxes, entries and notes for tests, and what may be asked of every ledger. */
public final class Samples {
    public static final MailboxKey ANNA = key("anna");
    public static final FolderPath INBOX = FolderPath.INBOX;
    public static final FolderPath SENT = FolderPath.of("Sent");
    public static final Epoch EPOCH = Epoch.of(7);
    public static final Epoch TARGET_EPOCH = Epoch.of(1700000000);

    private static final int WAIT_SECONDS = 30;

    private Samples() {}

    public static MailboxKey key(String name) {
        return new MailboxKey("imap.old.example:993", name, "imap.new.example:993", name + "@new.example");
    }

    public static ItemEntry entry(long uid, ItemOutcome outcome, ItemMark... marks) {
        boolean read = outcome != ItemOutcome.SKIPPED_BY_RULE;
        return new ItemEntry(
                ItemId.ofNumber(uid),
                outcome,
                Set.of(marks),
                outcome == ItemOutcome.COPIED || outcome == ItemOutcome.ALREADY_THERE
                        ? ItemId.ofNumber(uid + 5000)
                        : null,
                1000 + uid,
                read ? fingerprint(uid) : null,
                read ? sha256(uid) : null,
                (int) uid,
                outcome == ItemOutcome.FAILED,
                1,
                false);
    }

    public static ItemEntry copied(long uid) {
        return entry(uid, ItemOutcome.COPIED);
    }

    public static Result plain(ItemEntry entry) {
        return new Result(entry, null);
    }

    public static Result failed(long uid) {
        return new Result(entry(uid, ItemOutcome.FAILED), note("Subject " + uid));
    }

    /** Plainly copied items with these ids, both included. */
    public static List<Result> copied(long from, long to) {
        List<Result> results = new ArrayList<>();
        for (long uid = from; uid <= to; uid++) {
            results.add(plain(copied(uid)));
        }
        return results;
    }

    public static List<ItemId> ids(long... uids) {
        return Arrays.stream(uids).mapToObj(ItemId::ofNumber).toList();
    }

    public static Fingerprint fingerprint(long uid) {
        return new Fingerprint(uid * 0x9E3779B97F4A7C15L, ~uid * 0xC2B2AE3D27D4EB4FL);
    }

    public static byte[] sha256(long uid) {
        return ByteBuffer.allocate(32)
                .putLong(24, uid * 0x9E3779B97F4A7C15L)
                .putLong(0, uid)
                .array();
    }

    public static ItemNote note(String subject) {
        return new ItemNote(
                new Failure("sample.refused", Scope.MESSAGE, true, null, List.of()),
                subject,
                "Anna <anna@old.example>",
                "Mon, 2 Mar 2026 10:00:00 +0100",
                Instant.parse("2026-03-02T09:00:00Z"),
                "<1@old.example>",
                Optional.empty(),
                Optional.empty());
    }

    public static FolderCommit commit(List<Result> results) {
        return FolderCommit.of(results, List.of(), null);
    }

    public static FolderCommit commit(Result... results) {
        return commit(List.of(results));
    }

    public static Mark mark(long next) {
        return new Mark(TARGET_EPOCH, next);
    }

    public static Intent intent(MailboxLedger mailbox, FolderLedger folder, long... uids) {
        return new Intent(
                mailbox.nextIntent(),
                mailbox.fence(),
                folder.source(),
                folder.target(),
                mark(42),
                1,
                Instant.parse("2026-03-02T09:00:00Z"),
                Arrays.stream(uids)
                        .mapToObj(uid -> new Intent.Item(
                                ItemId.ofNumber(uid),
                                1000 + uid,
                                fingerprint(uid),
                                new AppendKey(uid, ~uid),
                                sha256(uid)))
                        .toList());
    }

    /** Waits, with a limit; throws what the future failed with. */
    public static <T> T done(CompletableFuture<T> future) throws Exception {
        try {
            return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Waits until it fails, with that code. */
    public static void failed(CompletableFuture<?> future, FailureCode code) throws InterruptedException {
        try {
            future.get(WAIT_SECONDS, TimeUnit.SECONDS);
            assertThat(code.code()).as("did not fail").isNull();
        } catch (ExecutionException e) {
            assertThat(((FailureException) e.getCause()).failure().code()).isEqualTo(code.code());
        } catch (TimeoutException e) {
            throw new AssertionError("neither done nor failed", e);
        }
    }

    /** What the counters have to be, counted from the entries. */
    public static FolderCounts recount(FolderLedger folder) throws FailureException {
        Map<ItemOutcome, Long> outcomes = new EnumMap<>(ItemOutcome.class);
        Map<ItemMark, Long> marks = new EnumMap<>(ItemMark.class);
        long[] bytesAndLeft = new long[2];
        folder.entries(page -> page.forEach(entry -> {
            if (entry.left()) {
                bytesAndLeft[1]++;
                entry.marks().stream()
                        .filter(ItemEntry.OFF_TARGET::contains)
                        .forEach(mark -> marks.merge(mark, 1L, Long::sum));
            } else {
                outcomes.merge(entry.outcome(), 1L, Long::sum);
                entry.marks().forEach(mark -> marks.merge(mark, 1L, Long::sum));
                bytesAndLeft[0] += entry.outcome() == ItemOutcome.COPIED ? Math.max(0, entry.size()) : 0;
            }
        }));
        return new FolderCounts(folder.record().counts().listed(), outcomes, marks, bytesAndLeft[0], bytesAndLeft[1]);
    }

    /** Entries hold arrays, which are equal only to themselves. */
    public static void same(ItemEntry actual, ItemEntry expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }
}
