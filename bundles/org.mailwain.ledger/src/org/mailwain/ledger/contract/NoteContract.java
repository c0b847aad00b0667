package org.mailwain.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.ledger.contract.Samples.ANNA;
import static org.mailwain.ledger.contract.Samples.INBOX;
import static org.mailwain.ledger.contract.Samples.commit;
import static org.mailwain.ledger.contract.Samples.copied;
import static org.mailwain.ledger.contract.Samples.done;
import static org.mailwain.ledger.contract.Samples.entry;
import static org.mailwain.ledger.contract.Samples.failed;
import static org.mailwain.ledger.contract.Samples.note;
import static org.mailwain.ledger.contract.Samples.plain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderLedger.NotedItem;
import org.mailwain.ledger.ItemNote;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxLedger;

/** What is worth telling a person. */
public interface NoteContract extends LedgerPlace {
    @Test
    default void aNoteComesBackAsItWasWithTypedArguments() throws Exception {
        ItemNote full = new ItemNote(
                new Failure(
                        "imap.append.refused",
                        Scope.MESSAGE,
                        true,
                        Instant.parse("2026-03-02T09:00:00.123456Z"),
                        List.of(
                                new Argument.Text("\"NO\" \\ \u00e4 \u0000"),
                                new Argument.Count(Long.MIN_VALUE),
                                new Argument.Size(35_000_000),
                                new Argument.Moment(Instant.parse("2026-03-02T09:00:00Z")),
                                new Argument.Span(Duration.ofMillis(1500)),
                                new Argument.Folder(FolderPath.of("a/b", "c\\")))),
                "Gr\u00fc\u00dfe \ud83d\ude00",
                "\"A, B\" <a@b.example>",
                "gestern",
                Instant.parse("2026-03-02T09:00:00.123Z"),
                "<x@y>",
                Optional.of("originals/1.eml"),
                Optional.of("eight-bit"));
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            ItemNote bare = new ItemNote(null, "", "", "", null, "", Optional.empty(), Optional.empty());
            done(folder.commit(commit(
                    new Result(entry(1, ItemOutcome.COPIED, ItemMark.REPAIRED), full),
                    plain(copied(2)),
                    new Result(entry(3, ItemOutcome.SKIPPED_BY_RULE), bare))));
            List<NotedItem> notes = notes(folder);
            assertThat(notes).extracting(NotedItem::note).containsExactly(full, bare);
            Samples.same(notes.getFirst().entry(), entry(1, ItemOutcome.COPIED, ItemMark.REPAIRED));
        }
    }

    @Test
    default void aNoteGoesWhenItsItemIsPlainlyCopiedAfterAll() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.commit(commit(failed(1), failed(2))));
            done(folder.commit(commit(plain(copied(1)), new Result(entry(2, ItemOutcome.FAILED), note("again")))));
            assertThat(notes(folder))
                    .extracting(noted -> noted.note().subject())
                    .containsExactly("again");
        }
    }

    @Test
    default void textsAreCutAndKeptStorable() throws Exception {
        ItemNote odd = new ItemNote(
                null,
                "\ud83d\ude00".repeat(200) + "x",
                "a\u0000b",
                "d".repeat(500),
                null,
                "m".repeat(999),
                Optional.empty(),
                Optional.empty());
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.commit(commit(new Result(entry(1, ItemOutcome.FAILED), odd))));
            ItemNote kept = notes(folder).getFirst().note();
            assertThat(kept.subject()).isEqualTo("\ud83d\ude00".repeat(125));
            assertThat(kept.sender()).isEqualTo("a\ufffdb");
            assertThat(kept.date()).hasSize(100);
            assertThat(kept.messageId()).hasSize(250);
        }
    }

    @Test
    default void manyNotesComePageByPageInTheOrderOfIds() throws Exception {
        try (Ledger ledger = open();
                MailboxLedger mailbox = ledger.take(ANNA, "test")) {
            FolderLedger folder = mailbox.folder(INBOX, INBOX);
            done(folder.commit(commit(
                    LongStream.rangeClosed(1, 12_000).mapToObj(Samples::failed).toList())));
            assertThat(notes(folder))
                    .extracting(noted -> noted.entry().id().number())
                    .isEqualTo(LongStream.rangeClosed(1, 12_000).boxed().toList());
        }
    }

    private static List<NotedItem> notes(FolderLedger folder) throws Exception {
        List<NotedItem> notes = new ArrayList<>();
        folder.notes(page -> {
            assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(10_000);
            notes.addAll(page);
        });
        return notes;
    }
}
