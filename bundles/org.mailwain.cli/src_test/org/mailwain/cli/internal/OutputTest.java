package org.mailwain.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.operations.OperationFailure;
import org.mailwain.operations.OperationFailureTexts;
import org.mailwain.operations.Sentences;

class OutputTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Sentences sentences = new Sentences(List.of(new OperationFailureTexts()), Locale.ENGLISH);

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private record Sample(
            String text,
            Optional<Integer> number,
            BatchState state,
            Duration span,
            Failure failure,
            Secret secret,
            FolderPath folder,
            Map<BatchState, Long> counts) {}

    @Test
    void recordsBecomeJsonWithoutSecrets() {
        new Json(sentences)
                .print(
                        new Sample(
                                "a\"b",
                                Optional.of(3),
                                BatchState.SYNCED_WITH_ERRORS,
                                Duration.ofMillis(1500),
                                OperationFailure.NEVER_RUN.with("staff"),
                                Secret.of("planted"),
                                FolderPath.of("A", "B"),
                                Map.of(BatchState.FAILED, 2L)),
                        out,
                        false);
        assertThat(written())
                .isEqualTo("{\"text\":\"a\\\"b\",\"number\":3,\"state\":\"SyncedwithErrors\",\"span\":1.5,"
                        + "\"failure\":{\"code\":\"operations.never-run\",\"scope\":\"run\",\"retryable\":false,"
                        + "\"sentence\":\"Batch staff has never been run.\","
                        + "\"advice\":\"Start it with \\\"mailwain run\\\".\"},"
                        + "\"secret\":\"********\",\"folder\":\"A/B\",\"counts\":{\"failed\":2}}\n");
    }

    @Test
    void numbersStandToTheRightAndLongTextIsCut() {
        Table table = new Table("NAME", ">ITEMS");
        table.row("anna", "1");
        table.row("a-name-that-is-far-too-long-for-a-line-of-sixty-characters-in-all", "1000");
        table.print(new Terminal(out, out, false, 60, false));
        String[] lines = written().split("\\R");
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        assertThat(lines[0]).endsWith("ITEMS");
        assertThat(lines[1]).startsWith("anna ").endsWith(" 1");
        assertThat(lines[2]).contains("…").endsWith(" 1000");
    }

    @Test
    void whatAServerSmugglesInIsMadeHarmless() {
        assertThat(Texts.printable("a\u001b[2Jb\u202ec\nd")).isEqualTo("a\uFFFD[2Jb\uFFFDc\uFFFDd");
    }

    @Test
    void barsFillInEighths() {
        assertThat(Bar.of(0, 10, 4)).isEqualTo("    ");
        assertThat(Bar.of(5, 10, 4)).isEqualTo("██  ");
        assertThat(Bar.of(10, 10, 4)).isEqualTo("████");
        assertThat(Bar.of(20, 10, 4)).hasSize(4);
        assertThat(Bar.of(1, 0, 4)).isEqualTo("    ");
    }

    @Test
    void everyFailureOfOperationsHasATextAndNoTextIsLeftOver() {
        for (OperationFailure code : OperationFailure.values()) {
            assertThat(sentences.of(code.with("a", "b", "c")).sentence()).doesNotContain(code.code());
        }
    }
}
