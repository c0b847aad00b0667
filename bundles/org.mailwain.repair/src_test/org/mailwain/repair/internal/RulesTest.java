package org.mailwain.repair.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.repair.internal.Letters.mend;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.repair.RepairFailure;
import org.mailwain.repair.RepairFailureTexts;

class RulesTest {
    private static final String HEADER = "From: a@example.org\r\nSubject: one\r\n\r\n";
    private static final List<RepairRule> ALL = List.of(
            new ReadReceiptsRule(),
            new NulRule(),
            new NewlinesRule(),
            new Header8BitRule(),
            new LongLinesRule(),
            new HeaderRule(),
            new FlagsRule(),
            new DateRule(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC)));

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void areCalledByNamesAndInAnOrder() {
        assertThat(ALL.stream().map(RepairRule::id)).doesNotHaveDuplicates();
        assertThat(ALL.stream().map(RepairRule::order)).doesNotHaveDuplicates();
        assertThat(ALL.stream().filter(RepairRule::ahead).map(RepairRule::id)).containsExactly("read-receipts");
    }

    @Test
    void leaveAGoodMessageAlone() throws Exception {
        for (RepairRule rule : ALL) {
            assertThat(mend(rule, HEADER + "Body\r\n")).as(rule.id()).isNull();
            assertThat(rule.flaw(Letters.letter(HEADER + "Body\r\n"), Letters.said("header flag date")))
                    .as(rule.id())
                    .isEmpty();
        }
    }

    @Test
    void knowWhenAServerMeansThem() {
        String[] words = {
            "nul", "Message contains NUL characters",
            "newlines", "Message contains bare newlines",
            "header-8bit", "Message contains non-ASCII characters in headers",
            "header", "Message contains invalid header",
            "long-lines", "Command Argument Error. 11",
            "flags", "Invalid flag list",
            "date", "Invalid internal date"
        };
        for (int i = 0; i < words.length; i += 2) {
            String id = words[i];
            Failure said = Letters.said(words[i + 1]);
            assertThat(ALL.stream()
                            .filter(rule -> rule.isMeantBy(said))
                            .map(RepairRule::id)
                            .toList())
                    .as(words[i + 1])
                    .contains(id);
        }
    }

    @Test
    void leaveOutNuls() throws Exception {
        NulRule rule = new NulRule();
        assertThat(mend(rule, HEADER + "a\0b\0\0c\0")).isEqualTo(HEADER + "abc");
        assertThat(mend(rule, "\0".repeat(200_000) + HEADER)).isEqualTo(HEADER);
        assertThat(rule.flaw(Letters.letter("a\0\0"), Letters.said("no"))).contains(RepairFailure.NUL.with(2L, "no"));
    }

    @Test
    void endLinesAsMailDoes() throws Exception {
        NewlinesRule rule = new NewlinesRule();
        assertThat(mend(rule, "A: b\n\na\rb\r\r\nc\r")).isEqualTo("A: b\r\n\r\na\r\nb\r\n\r\nc\r\n");
        String long1 = "x".repeat(65_535);
        assertThat(mend(rule, long1 + "\r\n\n")).isEqualTo(long1 + "\r\n\r\n");
        assertThat(rule.flaw(Letters.letter("a\n\r"), Letters.said("no")))
                .contains(RepairFailure.NEWLINES.with(2L, "no"));
    }

    @Test
    void writeRawBytesOfTextAsEncodedWords() {
        String mended = mend(new Header8BitRule(), utf8("Subject: Grüße aus Köln, alles gut\r\nX: y\r\n\r\nü"));
        assertThat(mended)
                .endsWith("\r\nX: y\r\n\r\n" + utf8("ü"))
                .startsWith("Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?= aus");
        assertThat(mended).contains("alles gut");
        assertThat(mend(new Header8BitRule(), "Subject: M\u00fcller\r\n\r\n"))
                .isEqualTo("Subject: =?UTF-8?Q?M=C3=BCller?=\r\n\r\n");
    }

    @Test
    void encodeNamesAndLeaveAddressesAlone() {
        assertThat(mend(
                        new Header8BitRule(),
                        "From: \"M\u00fcller, J\u00f6rg\" <j@example.org>, Eva <e@example.org>\r\n\r\n"))
                .isEqualTo("From: =?UTF-8?Q?M=C3=BCller=2C_J=C3=B6rg?= <j@example.org>, Eva <e@example.org>\r\n\r\n");
        assertThat(mend(new Header8BitRule(), "To: b\u00e4r@example.org\r\n\r\n"))
                .isEqualTo("To: b?r@example.org\r\n\r\n");
        assertThat(mend(new Header8BitRule(), "To: Z\u00fcrich Office <z@example.org>\r\n\r\n"))
                .isEqualTo("To: =?UTF-8?Q?Z=C3=BCrich_Office?= <z@example.org>\r\n\r\n");
    }

    @Test
    void writeParametersByTheirOwnRule() {
        assertThat(mend(new Header8BitRule(), "Content-Type: text/plain;\r\n name=\"\u00dcber.txt\"; a=b\r\n\r\n"))
                .isEqualTo("Content-Type: text/plain;\r\n name*=UTF-8''%C3%9Cber.txt; a=b\r\n\r\n");
    }

    @Test
    void neverLeaveARawByteInAHeader() {
        StringBuilder all = new StringBuilder();
        for (char c = 128; c < 256; c++) {
            all.append(c);
        }
        for (String name : List.of("From", "Subject", "Content-Type", "X-Odd", "Received")) {
            for (String way :
                    List.of("%s", "\"%s", "<%s>", "a (%s) b", "a@%s", ";x=\"%s\"", ";x%s=y", "\\%s\r\n\t%s")) {
                String mended =
                        mend(new Header8BitRule(), name + ": " + way.formatted(all, all) + "\r\nNext: one\r\n\r\nBody");
                assertThat(mended).as(name + " " + way).endsWith("\r\nNext: one\r\n\r\nBody");
                assertThat(mended.chars()).as(name + " " + way).allMatch(c -> c < 128);
                assertThat(mended.substring(0, mended.indexOf("Next:")).split("\r\n"))
                        .as(name + " " + way)
                        .noneMatch(String::isBlank);
            }
        }
    }

    @Test
    void giveAMessageAHeader() {
        HeaderRule rule = new HeaderRule();
        assertThat(mend(rule, "")).isEqualTo("MIME-Version: 1.0\r\n\r\n");
        assertThat(mend(rule, "\r\nBody\r\n")).isEqualTo("MIME-Version: 1.0\r\n\r\nBody\r\n");
        assertThat(mend(rule, "Subject \t: one\r\nTo: b\r\n\r\nBody")).isEqualTo("Subject: one\r\nTo: b\r\n\r\nBody");
        assertThat(mend(rule, "Subject: one")).isEqualTo("Subject: one\r\n\r\n");
        assertThat(mend(rule, "Subject: one\r\n")).isEqualTo("Subject: one\r\n\r\n");
        assertThat(mend(rule, "Subject: one\r\nno header\r\nTo: b\r\n\r\nBody"))
                .isEqualTo("Subject: one\r\n\r\nno header\r\nTo: b\r\n\r\nBody");
        assertThat(mend(rule, "From a@b Mon Jan 1\r\nSubject: one\r\n\r\nBody"))
                .isEqualTo("MIME-Version: 1.0\r\n\r\nFrom a@b Mon Jan 1\r\nSubject: one\r\n\r\nBody");
    }

    @Test
    void disarmRequestsForReceipts() {
        assertThat(
                        mend(
                                new ReadReceiptsRule(),
                                "DISPOSITION-notification-to: <b@example.org>\r\nSubject: one\r\n\r\nDisposition-Notification-To: x"))
                .isEqualTo("X-Was-DISPOSITION-notification-to: <b@example.org>\r\nSubject: one\r\n\r\n"
                        + "Disposition-Notification-To: x");
    }

    @Test
    void cutFlagsAndDates() throws Exception {
        Letter odd = Letters.letter(HEADER)
                .with(Flags.of(Set.of(SystemFlag.SEEN), Set.of("$odd")))
                .with(Instant.parse("1601-01-01T00:00:00Z"));
        FlagsRule flags = new FlagsRule();
        assertThat(flags.repair(odd, Letters.said("what?"), Letters.BODIES)).isEmpty();
        Optional<Letter> cut = flags.repair(odd, Letters.said("Invalid flag"), Letters.BODIES);
        assertThat(cut.orElseThrow().flags()).isEqualTo(Flags.of(SystemFlag.SEEN));
        RepairRule date = ALL.getLast();
        assertThat(date.repair(odd, Letters.said("no"), Letters.BODIES)
                        .orElseThrow()
                        .received())
                .isEqualTo("1980-01-01T00:00:00Z");
        Letter later = odd.with(Instant.parse("2038-01-01T00:00:00Z"));
        assertThat(date.repair(later, Letters.said("no"), Letters.BODIES)
                        .orElseThrow()
                        .received())
                .isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void haveTexts() {
        Set<String> texts = new HashSet<>();
        for (RepairFailure code : RepairFailure.values()) {
            Failure failure = code.with("x", "y");
            var text = new RepairFailureTexts().text(failure, Locale.ENGLISH).orElseThrow();
            assertThat(texts.add(text.sentence())).isTrue();
            assertThat(text.advice()).isNotEmpty();
        }
    }
}
