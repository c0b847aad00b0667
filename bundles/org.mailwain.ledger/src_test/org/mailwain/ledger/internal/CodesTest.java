package org.mailwain.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.ledger.LedgerFailure;

/** What is stored under a number or a name. */
class CodesTest {
    @Test
    void everyOutcomeAndMarkHasItsNumberAndItsColumn() {
        for (ItemOutcome outcome : ItemOutcome.values()) {
            assertThat(Codes.outcome(Codes.of(outcome))).isEqualTo(outcome);
            assertThat(Tally.COLUMNS.get(Codes.of(outcome)))
                    .isEqualTo(outcome.name().toLowerCase(Locale.ROOT));
        }
        for (ItemMark mark : ItemMark.values()) {
            assertThat(Codes.mark(Codes.of(mark))).isEqualTo(mark);
            assertThat(Tally.COLUMNS.get(Codes.outcomes() + Codes.of(mark)))
                    .isEqualTo(mark.name().toLowerCase(Locale.ROOT));
            assertThat(Codes.marks(Codes.of(Set.of(mark)))).containsExactly(mark);
        }
        assertThat(Codes.marks(Codes.of(EnumSet.allOf(ItemMark.class)))).containsExactlyInAnyOrder(ItemMark.values());
        assertThat(Codes.marks(0)).isEmpty();
    }

    /** Ledgers of earlier versions hold them. */
    @Test
    void theNumbersNeverChange() {
        assertThat(Stream.of(ItemOutcome.COPIED, ItemOutcome.FAILED, ItemOutcome.VANISHED)
                        .map(Codes::of))
                .containsExactly(0, 4, 5);
        assertThat(Codes.of(Set.of(ItemMark.REPAIRED, ItemMark.DOUBLED_BY_LATE_WRITE)))
                .isEqualTo(1 + 32);
    }

    @Test
    void statesAreStoredByTheirLabels() {
        for (BatchState state : BatchState.values()) {
            assertThat(States.batch(state.label())).isEqualTo(state);
        }
        for (MailboxState state : MailboxState.values()) {
            assertThat(States.mailbox(state.label())).isEqualTo(state);
        }
    }

    @Test
    void anyFolderNameComesBack() {
        for (FolderPath path : List.of(
                FolderPath.INBOX,
                FolderPath.of("a/b", "\\", "\"", ""),
                FolderPath.of("\u0000\ud800\udc00\udfff\u00e4"))) {
            assertThat(Paths.decode(Paths.encode(path))).isEqualTo(path);
            assertThat(Paths.encode(path)).matches("[ -~]+");
        }
    }

    @Test
    void everyFailureHasAText() {
        LedgerFailureTexts texts = new LedgerFailureTexts();
        for (LedgerFailure code : LedgerFailure.values()) {
            var text = texts.text(code.with("place", 123456, "host"), Locale.ENGLISH)
                    .orElseThrow();
            assertThat(text.sentence()).contains("place").doesNotContain("{");
            assertThat(text.advice()).endsWith(".").doesNotContain("{");
        }
        assertThat(texts.text(LedgerFailure.LOCKED.with("place", 123456, "host"), Locale.ENGLISH)
                        .orElseThrow()
                        .sentence())
                .contains("123456 on host");
    }
}
