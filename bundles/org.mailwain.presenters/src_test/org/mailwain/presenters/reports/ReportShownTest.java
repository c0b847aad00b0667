package org.mailwain.presenters.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
        try (HandMadeReport made = new HandMadeReport(folder, 2, INBOX + 12)) {
            try (HandMadeReport.Mailbox anna = made.mailbox("anna")) {
                for (int i = 0; i < INBOX + 10; i++) {
                    anna.item(i < INBOX ? "INBOX" : "Old", i, i % 500 == 7);
                }
            }
            try (HandMadeReport.Mailbox ben = made.mailbox("ben")) {
                ben.item("INBOX", 1, false);
                ben.item("INBOX", 2, true);
            }
        }
        report = OpenReport.read(folder, Cancel.NEVER);
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
