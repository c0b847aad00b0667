package org.mailwain.presenters.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.progress.Cancel;
import org.mailwain.report.Balance;
import org.mailwain.report.NoteKind;

/** Reports as files of another machine: made by hand, so that only the format counts. */
class ReportShownTest {
    private static final int INBOX = 2500;

    @TempDir
    private Path folder;

    private OpenReport report;

    @BeforeEach
    void open() throws Exception {
        Files.createDirectories(folder.resolve("items"));
        StringBuilder anna = new StringBuilder();
        List<Long> offsets = new java.util.ArrayList<>();
        long at = 0;
        for (int i = 0; i < INBOX + 10; i++) {
            if (i % 1000 == 0) {
                offsets.add(at);
            }
            String line = item(i < INBOX ? "INBOX" : "Old", i, i % 500 == 7);
            at += line.getBytes(StandardCharsets.UTF_8).length;
            anna.append(line);
        }
        Files.writeString(folder.resolve("items/1-anna.ndjson"), anna);
        Files.writeString(folder.resolve("items/2-ben.ndjson"), item("INBOX", 1, false) + item("INBOX", 2, true));
        Files.writeString(
                folder.resolve("report.json"),
                HEAD
                        + mailbox(
                                1,
                                "anna",
                                INBOX + 10,
                                offsets,
                                folder("INBOX", 0, INBOX, 5, "balanced") + ","
                                        + folder("Old", INBOX, 10, 1, "notBalanced"))
                        + ",\n" + mailbox(2, "ben", 2, List.of(0L), folder("INBOX", 0, 2, 1, "balanced")) + "\n]}\n");
        report = OpenReport.read(folder, Cancel.NEVER);
    }

    private static final String HEAD = """
            {"format":"mailwain-report","version":1,"batch":"staff","state":"SyncedwithErrors",
            "written":"2026-03-02T08:30:00Z","language":"en","product":"Mailwain","versions":[],
            "source":{"name":"a","address":"a:993"},"target":{"name":"b","address":"b:993"},
            "figures":{"verdict":"notBalanced","listed":2512,"outcomes":{"skippedByRule":2505,"failed":7},"bytes":0,"left":0,
            "targetsNotLookedAt":0,"target":{"ours":0,"alreadyThere":0,"notOurs":0},"needPerson":7,"noted":{"failed":7,"skippedByRule":2505},"folders":{"balanced":2,"notBalanced":1}},
            "mailboxCount":2,"states":{"Synced":2},"verdicts":{"notBalanced":1,"completeWithItems":1},"causes":[],
            "mailboxes":[
            """;

    private static String mailbox(int number, String label, int items, List<Long> offsets, String folders) {
        return """
                {"number":%d,"label":"%s","sourceEndpoint":"a:993","sourceMailbox":"%2$s","targetEndpoint":"b:993",
                "targetMailbox":"%2$s","state":"Synced","since":"2026-03-02T08:00:00Z","passes":1,"page":"p.html",
                "figures":{"verdict":"completeWithItems","listed":%d,"outcomes":{"failed":1},"bytes":0,"left":0,
                "noted":{"failed":1,"skippedByRule":1},"targetsNotLookedAt":0,"target":{"ours":0,"alreadyThere":0,"notOurs":0},"needPerson":1,"folders":{}},"causes":[],
                "items":{"file":"items/%1$d-%2$s.ndjson","count":%3$d,"step":1000,"offsets":%s},
                "folders":[%s],"targets":[]}""".formatted(number, label, items, offsets, folders).replace("\n", "");
    }

    private static String folder(String name, int first, int items, int failed, String balance) {
        return """
                {"source":"%s","target":"%1$s","balance":"%s","listed":%d,"outcomes":{"failed":%d},"bytes":0,"left":0,
                "noted":{"failed":%4$d,"skippedByRule":%d},"firstItem":%d,"items":%3$d}""".formatted(name, balance, items, failed, items - failed, first)
                .replace("\n", "");
    }

    private static String item(String folder, int id, boolean failed) {
        return """
                {"folder":"%s","target":"%1$s","id":"%d","outcome":"%s","size":10,"attempts":1,"subject":"Subject %2$d",\
                "received":"20%02d-02-03T09:11:13Z"}
                """.formatted(folder, id, failed ? "failed" : "skippedByRule", id % 20);
    }

    private ItemIndex index(ItemQuery query) throws Exception {
        return ItemIndex.build(report, query, Cancel.NEVER);
    }

    private List<String> ids(ItemQuery query) throws Exception {
        ItemIndex index = index(query);
        ItemPages pages = new ItemPages(report, index, Runnable::run, () -> {});
        return pages.items(0, (int) index.size()).stream()
                .map(listed -> listed.label() + " " + listed.item().id())
                .toList();
    }

    @Test
    void mailboxesAreKnownWithTheWorstOfTheirSheets() {
        assertThat(report.mailboxes()).extracting(MailboxSummary::label).containsExactly("anna", "ben");
        assertThat(report.mailboxes().getFirst().worst()).isEqualTo(Balance.NOT_BALANCED);
        assertThat(report.mailboxes().getLast().worst()).isEqualTo(Balance.BALANCED);
        assertThat(report.mailboxes().getLast().needsPerson()).isTrue();
    }

    @Test
    void allItemsStandOneBehindTheOtherAndOnlyThoseAskedForAreRead() throws Exception {
        ItemIndex index = index(ItemQuery.ALL);
        assertThat(index.size()).isEqualTo(INBOX + 12);
        Queue<Runnable> background = new ArrayDeque<>();
        int[] told = {0};
        ItemPages pages = new ItemPages(report, index, background::add, () -> told[0]++);
        assertThat(pages.get(1234)).isNull();
        assertThat(pages.get(1235)).as("the same page is asked for once").isNull();
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(told[0]).isEqualTo(1);
        assertThat(pages.get(1234).item().id()).isEqualTo("1234");
        assertThat(pages.get(INBOX + 11)).isNull();
        background.remove().run();
        assertThat(pages.get(INBOX + 11).label()).isEqualTo("ben");
        assertThat(pages.get(INBOX + 11).item().id()).isEqualTo("2");
    }

    @Test
    void whatNeedsAPersonIsFoundAcrossFoldersAndMailboxes() throws Exception {
        ItemQuery persons = ItemQuery.ALL.ofKinds(ItemQuery.needingPerson());
        assertThat(ids(persons))
                .containsExactly("anna 7", "anna 507", "anna 1007", "anna 1507", "anna 2007", "anna 2507", "ben 2");
        assertThat(ids(persons.at(1, 1))).containsExactly("anna 2507");
        assertThat(ids(ItemQuery.ALL.at(1, 1))).hasSize(10).startsWith("anna 2500");
    }

    @Test
    void wordsAreFoundInWhatTheReportKnowsOfAMessage() throws Exception {
        assertThat(ids(ItemQuery.ALL.with("subject 2499"))).containsExactly("anna 2499");
        assertThat(ids(ItemQuery.ALL.with("old").ofKinds(Set.of(NoteKind.FAILED))))
                .containsExactly("anna 2507");
        assertThat(ids(ItemQuery.ALL.with("nowhere"))).isEmpty();
    }

    @Test
    void chartsAddUpToWhatIsListed() throws Exception {
        ReportCharts.Data data = new ReportCharts(report, 1).read(index(ItemQuery.ALL.at(1, -1)), Cancel.NEVER);
        assertThat(data.years().stream().mapToDouble(ReportCharts.Bar::value).sum())
                .isEqualTo(INBOX + 10);
        assertThat(data.outcomes()).containsOnlyKeys(ItemOutcome.FAILED);
        assertThat(data.folders()).as("nothing was copied").isEmpty();
    }

    @Test
    void aFormIsHandedOnAndNothingIsOverwritten() throws Exception {
        Path one = folder.resolveSibling(folder.getFileName() + "-copy");
        ReportExport.write(report, ReportExport.Form.HTML, one, Cancel.NEVER);
        assertThat(one.resolve("items/2-ben.ndjson")).exists();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> ReportExport.write(report, ReportExport.Form.HTML, one, Cancel.NEVER))
                .hasMessageContaining("report.taken");
    }

    @Test
    void aRepairIsShownAsWhatItChanged() {
        String before =
                LongStream.range(0, 50).mapToObj(i -> "line " + i).collect(java.util.stream.Collectors.joining("\n"));
        List<Difference.Line> lines = Difference.between(
                before, before.replace("line 20\n", "LINE 20\nmore\n").replace("line 40\n", ""));
        assertThat(lines.stream().filter(l -> l.kind() == Difference.Kind.ADDED).map(Difference.Line::text))
                .containsExactly("LINE 20", "more");
        assertThat(lines.stream()
                        .filter(l -> l.kind() == Difference.Kind.REMOVED)
                        .map(Difference.Line::text))
                .containsExactly("line 20", "line 40");
        assertThat(lines.getFirst()).isEqualTo(new Difference.Line(Difference.Kind.GAP, "17"));
        assertThat(Difference.between("same", "same")).containsExactly(new Difference.Line(Difference.Kind.GAP, "1"));
    }

    @Test
    void aMessageCanFoolNobody() {
        MessageText text = MessageText.of(
                "Subject: a\u0007b \u202Efdp\r\nX: \u00e4\r\n\r\nBody\rstill\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text.headers()).isEqualTo("Subject: a\u2407b \uFFFDfdp\nX: \u00e4");
        assertThat(text.body()).isEqualTo("Body\u240Dstill\n");
        assertThat(MessageText.of(new byte[] {'X', ':', ' ', (byte) 0xE4}).headers())
                .isEqualTo("X: \u00e4");
    }
}
