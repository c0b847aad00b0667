package org.mailwain.report.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.report.Balance;
import org.mailwain.report.NoteKind;
import org.mailwain.report.Verdict;
import org.mailwain.report.fixture.SampleTexts;

class WordsTest {
    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.mailwain.report.internal.text.messages", Locale.ROOT);
    private static final Words WORDS = new Words(Locale.ENGLISH, ZoneId.of("UTC"), List.of(new SampleTexts()));

    @Test
    void everyTextThatIsUsedIsThereAndNoOther() throws IOException {
        Set<String> used = used();
        assertThat(used).filteredOn(key -> !TEXTS.containsKey(key)).isEmpty();
        assertThat(TEXTS.keySet()).filteredOn(key -> !used.contains(key)).isEmpty();
    }

    /** Keys in the source, and those made of constants. */
    private static Set<String> used() throws IOException {
        Set<String> keys = new HashSet<>();
        String source = source();
        Matcher literal = Pattern.compile("\"([a-z]+(?:[.-][a-z-]+)+)\"").matcher(source);
        while (literal.find()) {
            if (TEXTS.containsKey(literal.group(1))) {
                keys.add(literal.group(1));
            }
        }
        Matcher direct = Pattern.compile("words\\.say\\(\\s*\"([^\"]+)\"[,)]").matcher(source);
        while (direct.find()) {
            keys.add(direct.group(1));
        }
        for (String word : TEXTS.getString("glossary.words").split(" ")) {
            keys.addAll(List.of("glossary." + word, "glossary." + word + ".text"));
        }
        named(keys, "outcome.", ItemOutcome.values());
        named(keys, "mark.", ItemMark.values());
        named(keys, "proof.", CopyProof.values());
        for (String noun : List.of("kind.", "about.", "reason.", "todo.")) {
            named(keys, noun, NoteKind.values());
        }
        named(keys, "verdict.", Verdict.values());
        for (Verdict verdict : Verdict.values()) {
            for (String noun : List.of("batch.", "mailbox.")) {
                keys.addAll(List.of(noun + verdict, noun + verdict + ".why"));
            }
            if (!verdict.isComplete()) {
                keys.add("attention." + verdict);
            }
        }
        named(keys, "csv.balance.", Balance.values());
        named(keys, "balance.all.", Balance.values());
        keys.addAll(List.of("join", "marks", "mark", "left", "unnamed", "rate", "state"));
        return keys;
    }

    private static void named(Set<String> keys, String noun, Enum<?>... constants) {
        Arrays.stream(constants).forEach(constant -> keys.add(noun + constant.name()));
    }

    private static String source() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void everyPatternCanBeRead() {
        for (String key : TEXTS.keySet()) {
            String text = TEXTS.getString(key);
            if (text.contains("{")) {
                Object[] numbers = {3, 2, 1L, 0, 5, 7};
                assertThat(new MessageFormat(text, Locale.ENGLISH).format(numbers))
                        .as(key)
                        .doesNotContain("{", "}");
            }
        }
    }

    @Test
    void oneIsOneAndManyAreMany() {
        assertThat(WORDS.say("left", 1L))
                .isEqualTo("Outside the sum: 1 item had an outcome and left the source since.");
        assertThat(WORDS.say("left", 1_234L))
                .isEqualTo("Outside the sum: 1,234 items had an outcome and left the source since.");
        assertThat(WORDS.say("batch.COMPLETE.why", 1, 1L, 0L, 1L))
                .isEqualTo("The one item that was listed in 1 mailbox is accounted for. Every folder balances, and"
                        + " nothing waits for you.");
        assertThat(WORDS.say("batch.COMPLETE.why", 2, 2L, 0L, 0L))
                .startsWith("No item was listed in 2 mailboxes")
                .doesNotContain("  ");
    }

    @Test
    void timesAndFigures() {
        assertThat(WORDS.span(Duration.ofMillis(400))).isEqualTo("< 1 s");
        assertThat(WORDS.span(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(WORDS.span(Duration.ofSeconds(3599))).isEqualTo("59 min 59 s");
        assertThat(WORDS.span(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(WORDS.span(Duration.ofHours(75))).isEqualTo("3 d 3 h");
        assertThat(WORDS.moment(Instant.parse("2026-03-02T08:30:00Z"))).isEqualTo("2026-03-02 08:30");
        assertThat(WORDS.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(WORDS.figure(0.123)).isEqualTo("0.1");
    }

    @Test
    void aLanguageThatIsNotThereIsEnglishOnEveryMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Words words = new Words(Locale.GERMANY, ZoneId.of("UTC"), List.of());
            assertThat(words.count(1_234)).isEqualTo("1,234");
            assertThat(words.say("sum.listed")).isEqualTo("listed");
            assertThat(words.locale()).isEqualTo(Locale.ENGLISH);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aBrokenTextOfAPlugInIsShownAsItsCode() {
        assertThat(WORDS.failure(SampleTexts.failure("sample.broken", "detail")).sentence())
                .isEqualTo("sample.broken: detail");
    }
}
