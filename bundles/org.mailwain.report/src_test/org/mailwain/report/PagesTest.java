package org.mailwain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.BatchState;
import org.mailwain.report.fixture.FakeLedger;
import org.mailwain.report.fixture.Markup;
import org.mailwain.report.fixture.Samples;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class PagesTest {
    @TempDir
    static Path top;

    private static Path rich;
    private static Path unbalanced;

    @BeforeAll
    static void write() throws Exception {
        rich = Samples.write(Samples.rich(), top.resolve("rich"));
        unbalanced = Samples.write(Samples.unbalanced(), top.resolve("unbalanced"));
        Samples.write(Samples.complete(), top.resolve("complete"));
        Samples.write(Samples.crowded(3_000), top.resolve("crowded"));
        Samples.write(Samples.many(1_201, 1), top.resolve("many"));
        Samples.write(new FakeLedger("empty", BatchState.CREATED), top.resolve("empty"));
    }

    private static String headline(Markup page) {
        return Markup.text(page.withClass("p", "headline").getFirst());
    }

    @Test
    void saysInOneLineHowItStands() throws Exception {
        assertThat(headline(Markup.of(top.resolve("complete/index.html")))).isEqualTo("Complete");
        assertThat(headline(Markup.of(rich.resolve("index.html"))))
                .isEqualTo("Not complete: 2 of 4 mailboxes are done");
        assertThat(headline(Markup.of(unbalanced.resolve("index.html"))))
                .isEqualTo("Does not balance: 3 folders in 1 mailbox");
        assertThat(headline(Markup.of(top.resolve("many/index.html")))).isEqualTo("Complete");
        assertThat(headline(Markup.of(top.resolve("empty/index.html")))).isEqualTo("Nothing was listed yet");
        assertThat(headline(Markup.of(rich.resolve("mailboxes/001-anna-adler-example-org.html"))))
                .isEqualTo("Complete, with 6 items that need you");
    }

    @Test
    void showsEachMailboxWithItsSum() throws Exception {
        List<List<String>> rows = Markup.of(rich.resolve("index.html")).rows("mailboxes");
        assertThat(rows).hasSize(4);
        assertThat(rows.getFirst())
                .startsWith("anna.adler@example.org", "Synced")
                .endsWith("27,667", "26,456", "1,204", "1", "1", "4", "1", "3.8 GB", "25 min 2 s2.6 MB/s");
    }

    @Test
    void saysOfEachFolderWhatShowsItsCopies() throws Exception {
        List<String> folders =
                Markup.of(rich.resolve("mailboxes/001-anna-adler-example-org.html")).rows("folders").stream()
                        .map(row -> row.getFirst() + ": " + row.getLast())
                        .toList();
        assertThat(folders.getFirst()).startsWith("INBOX").endsWith(": exact size");
        assertThat(folders)
                .filteredOn(f -> f.startsWith("Sent"))
                .singleElement()
                .asString()
                .contains("estimated size within the folder's usual band", "presence alone");
    }

    @Test
    void aMailboxThatWasNotListedIsNeverZero() throws Exception {
        List<List<String>> rows = Markup.of(rich.resolve("index.html")).rows("mailboxes");
        for (List<String> row : rows.subList(2, 4)) {
            assertThat(row).contains("not listed").doesNotContain("0");
        }
        Markup page = Markup.of(rich.resolve("mailboxes/004-dora-example-org.html"));
        assertThat(headline(page)).isEqualTo("Not listed");
        assertThat(page.withClass("span", "term"))
                .singleElement()
                .extracting(Markup::text)
                .asString()
                .contains("not listed");
        List<List<String>> folders = Markup.of(unbalanced.resolve("mailboxes/003-gero-example-org.html"))
                .rows("folders");
        assertThat(folders.get(1)).startsWith("Lists", "not listed", "\u2013").contains("not listed");
    }

    @Test
    void aSheetThatDoesNotBalanceIsLoudAndSaysByHowMuch() throws Exception {
        Markup page = Markup.of(unbalanced.resolve("mailboxes/001-emil-example-org.html"));
        List<List<String>> folders = page.rows("folders");
        assertThat(folders.get(0)).contains("balanced");
        assertThat(folders.get(1)).startsWith("Archive/2019", "1,003", "1,000").contains("3 unaccounted for");
        assertThat(folders.get(2)).startsWith("Archive/2020", "8", "10").contains("2 more than listed");
        assertThat(page.rows("targets").get(0)).containsExactly("INBOX", "499", "500", "0", "0", "1 gone since");
        assertThat(page.rows("targets").get(1)).contains("not looked at");
        assertThat(page.withClass("tr", "alarm")).hasSize(3);
        assertThat(Markup.of(unbalanced.resolve("index.html")).text())
                .contains("emil@example.org (Archive/2019, Archive/2020, target INBOX)");
    }

    @Test
    void workThatHasNotEndedIsNotCalledUnbalanced() throws Exception {
        Markup page = Markup.of(unbalanced.resolve("mailboxes/003-gero-example-org.html"));
        assertThat(headline(page)).isEqualTo("Not complete");
        assertThat(page.rows("folders").getFirst())
                .startsWith("INBOX", "300", "70")
                .contains("230 without an outcome");
        assertThat(page.withClass("tr", "alarm")).isEmpty();
    }

    @Test
    void foldersThatNobodyWentThroughAreNamedWithTheReason() throws Exception {
        List<List<String>> rows = Markup.of(rich.resolve("mailboxes/001-anna-adler-example-org.html"))
                .rows("left-out");
        assertThat(rows).hasSize(2);
        assertThat(rows.getLast()).containsExactly("Notizen <privat>", "12", "It is over the batch's limit of 35 MB.");
        assertThat(Markup.of(unbalanced.resolve("mailboxes/001-emil-example-org.html"))
                        .text())
                .doesNotContain("Folders left out");
    }

    @Test
    void everyNumberOpensItsItems() throws Exception {
        Markup page = Markup.of(rich.resolve("mailboxes/001-anna-adler-example-org.html"));
        Element inbox = Markup.in(page.all("table").get(1), "tr").get(1);
        assertThat(Markup.in(inbox, "a"))
                .extracting(a -> Markup.text(a) + " " + a.getAttribute("href"))
                .containsExactly(
                        "1 repaired #repaired-1",
                        "1 changed by the target #changed-by-target-1",
                        "1 kept less #kept-less-1",
                        "1 may be doubled #may-be-doubled-1",
                        "1 #skipped-by-rule-1",
                        "3 #failed-1",
                        "1 #vanished-1",
                        "1 #left-1");
        Markup crowded = Markup.of(top.resolve("crowded/mailboxes/001-klara-example-org.html"));
        assertThat(Markup.in(crowded.all("table").get(1), "a"))
                .extracting(a -> Markup.text(a) + " " + a.getAttribute("href"))
                .containsExactly(
                        "1,200 001-klara-example-org-skipped-by-rule-1.html#skipped-by-rule-1",
                        "1,800 001-klara-example-org-failed-1.html#failed-1");
    }

    @Test
    void manyItemsComeInPagesOfAThousand() throws Exception {
        for (int page = 1; page <= 2; page++) {
            Markup items = Markup.of(top.resolve("crowded/mailboxes/001-klara-example-org-failed-" + page + ".html"));
            assertThat(items.all("tr").stream()
                            .filter(row -> !row.getAttribute("id").isEmpty()))
                    .hasSize(page == 1 ? 1000 : 800);
            assertThat(Markup.text(items.one("h1"))).isEqualTo("Failed, page " + page + " of 2");
        }
    }

    @Test
    void manyMailboxesComeInPagesOfFiveHundred() throws Exception {
        assertThat(Markup.of(top.resolve("many/index.html")).rows("mailboxes")).hasSize(500);
        assertThat(Markup.of(top.resolve("many/index-3.html")).rows("mailboxes"))
                .hasSize(201);
    }

    @Test
    void textsOfStrangersStayTexts() throws Exception {
        Path page = rich.resolve("mailboxes/001-anna-adler-example-org.html");
        Markup markup = Markup.of(page);
        assertThat(markup.all("script")).isEmpty();
        assertThat(markup.text()).contains(Samples.SCRIPT, Samples.FORMULA, Samples.EMOJI, "Gr\u00FC\u00DFe & <Co>");
        String raw = Files.readString(page);
        assertThat(raw).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(raw.codePoints().filter(c -> c < 0x20 && c != '\n' || c >= 0x7F && c <= 0x9F))
                .isEmpty();
        assertThat(raw).doesNotContain("\u202E", "\u2028").contains("[U+202E]", "[CR]", "[U+0000]");
        assertThat(markup.all("bdi"))
                .extracting(Markup::text)
                .contains("\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD");
    }

    @Test
    void nothingIsFetchedAndOnlyOurScriptRuns() throws Exception {
        for (Path page : Markup.pages(top)) {
            Markup markup = Markup.of(page);
            String policy = markup.all("meta").stream()
                    .filter(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy"))
                    .map(m -> m.getAttribute("content"))
                    .findFirst()
                    .orElseThrow();
            assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe");
            for (String tag : List.of("style", "script")) {
                for (Element element : markup.all(tag)) {
                    assertThat(policy).contains(tag + "-src 'sha256-" + sha256(element.getTextContent()) + "'");
                }
            }
            for (Element element : markup.all("*")) {
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    Node attribute = element.getAttributes().item(i);
                    assertThat(attribute.getNodeName()).doesNotMatch("on.*|style|src|srcset|action|formaction");
                    assertThat(attribute.getNodeName().equals("href")
                                    && attribute.getNodeValue().contains(":"))
                            .as(attribute.getNodeValue())
                            .isFalse();
                }
            }
        }
    }

    private static String sha256(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        Map<Path, Set<String>> places = new HashMap<>();
        List<Path> pages = Markup.pages(top);
        for (Path page : pages) {
            Set<String> ids = new HashSet<>();
            for (Element element : Markup.of(page).all("*")) {
                String id = element.getAttribute("id");
                assertThat(id.isEmpty() || ids.add(id))
                        .as(page + " twice: " + id)
                        .isTrue();
            }
            places.put(page.toRealPath(), ids);
        }
        for (Path page : pages) {
            for (Element link : Markup.of(page).all("a")) {
                String[] parts = link.getAttribute("href").split("#", 2);
                Path to = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
                assertThat(to).exists();
                if (parts.length == 2) {
                    assertThat(places.get(to.toRealPath()))
                            .as(page + " -> " + parts[0])
                            .contains(parts[1]);
                }
            }
        }
    }

    @Test
    void theyCanBeHeardAndWalkedByKeyboard() throws Exception {
        for (Path page : Markup.pages(rich)) {
            Markup markup = Markup.of(page);
            assertThat(markup.one("html").getAttribute("lang")).isEqualTo("en");
            assertThat(markup.all("h1")).hasSize(1);
            assertThat(Markup.text(markup.one("title"))).isNotEmpty();
            assertThat(markup.all("main")).hasSize(1);
            for (Element table : markup.all("table")) {
                assertThat(Markup.in(table, "caption")).hasSize(1);
                assertThat(Markup.in(table, "th"))
                        .allMatch(th -> th.getAttribute("scope").matches("col|row|rowgroup"));
            }
            List<Element> scrolled = new ArrayList<>(markup.withClass("div", "scroll"));
            assertThat(scrolled)
                    .allMatch(d -> d.getAttribute("tabindex").equals("0")
                            && !d.getAttribute("aria-label").isEmpty());
            assertThat(markup.all("svg"))
                    .allMatch(s -> s.getAttribute("aria-hidden").equals("true"));
            assertThat(markup.withClass("span", "mark"))
                    .allMatch(m -> !Markup.text(m).isEmpty());
        }
    }

    @Test
    void groupsByCauseWithWhatToDo() throws Exception {
        List<List<String>> causes = Markup.of(rich.resolve("index.html")).rows("attention");
        assertThat(causes.getFirst())
                .containsExactly(
                        "1 mailbox failed",
                        "\u2013",
                        "The source refused the sign-in of caecilie. sample.sign-in",
                        "Check the password in the mailbox list, then start the mailbox again.",
                        "c\u00E4cilie@m\u00FCller.example");
        assertThat(causes.get(1).subList(0, 3))
                .containsExactly(
                        "Failed",
                        "2",
                        "For example: The message of 61.0 MB is over the target's limit of 35.0 MB. sample.too-large");
        assertThat(causes).anyMatch(row -> row.get(2).startsWith("plugin.unknown-code: some detail, 42"));
    }
}
