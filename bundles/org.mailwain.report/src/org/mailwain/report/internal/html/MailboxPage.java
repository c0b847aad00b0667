package org.mailwain.report.internal.html;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.report.BatchInfo;
import org.mailwain.report.Cause;
import org.mailwain.report.Figures;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.NoteKind;
import org.mailwain.report.ReportedItem;
import org.mailwain.report.internal.file.ReportFolder;
import org.mailwain.report.internal.sheet.Rates;
import org.mailwain.report.internal.text.Words;

/** The pages of one mailbox: items are added one by one, then the page is written around them. */
public final class MailboxPage implements AutoCloseable {
    private static final String FOLDER = "mailboxes/";
    private static final String INDEX = "../index.html";
    /** On paper, so few items are not parted from their heading. */
    private static final int KEPT_TOGETHER = 6;

    private final Words words;
    private final Page page;
    private final Parts parts;
    private final ItemRow row;
    private final BatchInfo info;
    private final String batch;
    private final String base;
    private final ReportFolder out;
    private final Map<NoteKind, Section> sections = new EnumMap<>(NoteKind.class);

    MailboxPage(Words words, Page page, BatchInfo info, String batch, String base, ReportFolder out) {
        this.words = words;
        this.page = page;
        this.parts = new Parts(words);
        this.row = new ItemRow(words);
        this.info = info;
        this.batch = batch;
        this.base = base;
        this.out = out;
    }

    /** The page's name in the report. */
    public String name() {
        return FOLDER + base + ".html";
    }

    /**
     * @param index of the folder's sheet, rising
     * @param reason for each of the item's kinds
     */
    public void item(int index, ReportedItem item, Function<NoteKind, FailureTexts.Text> reason) throws IOException {
        for (NoteKind kind : item.kinds()) {
            Section section = sections.get(kind);
            if (section == null) {
                section = new Section(kind, base, out);
                sections.put(kind, section);
            }
            FolderPath folder = item.folder();
            Html into = section.html();
            String anchor = section.nextAnchor();
            section.next(index, () -> row.groupHead(into, folder, item.target()));
            row.row(into, anchor, kind, item, reason.apply(kind));
        }
    }

    public void write(MailboxSheet sheet) throws IOException {
        sections.values().forEach(Section::finish);
        String label = sheet.entry().label();
        OutputStream stream = out.file(name());
        Html html = page.begin(stream, label, List.of(new Page.Crumb(batch, INDEX), new Page.Crumb(label, null)));
        head(html, sheet);
        FolderTables tables = new FolderTables(words, parts, sections);
        tables.sources(html, sheet);
        tables.leftOut(html, sheet);
        tables.targets(html, sheet);
        for (Section section : sections.values()) {
            section(html, stream, section, label);
        }
        page.end(html, false);
    }

    private void head(Html html, MailboxSheet sheet) {
        Figures figures = sheet.figures();
        html.open("h1").said(sheet.entry().label()).close();
        html.open("p", "class", "sub").said(sheet.entry().key().sourceMailbox()).text(" ");
        html.text(words.say("page.at")).text(" ").said(sheet.entry().key().sourceEndpoint());
        html.text(" \u2192 ").said(sheet.entry().key().targetMailbox()).text(" ");
        html.text(words.say("page.at"))
                .text(" ")
                .said(sheet.entry().key().targetEndpoint())
                .close();
        parts.verdict(html, figures.verdict(), new Headlines(words).mailbox(sheet), new Headlines(words).reason(sheet));
        parts.sum(html, figures, this::first);
        if (figures.unnamed() > 0) {
            html.leaf("p", words.say("unnamed", figures.unnamed()), "class", "bad");
        }
        if (figures.counts().left() > 0) {
            html.leaf("p", words.say("left", figures.counts().left()), "class", "hint");
        }
        facts(html, sheet);
        List<Cause> causes = sheet.causes();
        if (!causes.isEmpty()) {
            html.leaf("h2", words.say("causes.mailbox"), "id", "causes");
            new CauseTable(words).mailbox(html, causes, this::first);
        }
    }

    private void facts(Html html, MailboxSheet sheet) {
        Figures figures = sheet.figures();
        html.open("dl", "class", "facts");
        parts.fact(html, "fact.state", sheet.entry().state().label());
        parts.fact(html, "fact.since", words.moment(sheet.entry().since()));
        parts.fact(html, "fact.passes", words.count(sheet.entry().passes()));
        parts.fact(html, "fact.synced", words.moment(sheet.entry().lastSynced()));
        if (figures.listed()) {
            parts.fact(html, "fact.bytes", words.size(figures.counts().bytes()));
        }
        parts.fact(html, "fact.first", words.moment(figures.firstCopied()));
        parts.fact(html, "fact.last", words.moment(figures.lastCopied()));
        parts.fact(
                html,
                "fact.duration",
                Rates.duration(figures, info).map(words::span).orElse(""));
        parts.fact(
                html,
                "fact.rate",
                Rates.of(figures, info).map(r -> r.say(words)).orElse(""));
        html.close("dl").line();
    }

    private String first(NoteKind kind) {
        Section section = sections.get(kind);
        return section == null ? null : '#' + section.name();
    }

    private void section(Html html, OutputStream stream, Section section, String label) throws IOException {
        NoteKind kind = section.kind();
        html.open("section", "class", section.count() <= KEPT_TOGETHER ? "keep" : null);
        html.leaf("h2", words.say("items.title", words.name("kind", kind), section.count()), "id", section.name());
        html.leaf("p", words.name("about", kind), "class", "hint");
        if (section.isInline()) {
            row.beginTable(html, words.say("items.caption", words.name("kind", kind)));
            html.flush();
            section.copyPage(1, stream);
            html.close("section").line();
            return;
        }
        html.leaf("p", words.say("items.pages", section.count(), section.pages()));
        page.pages(html, section.pages(), 0, section::pageName, words.name("kind", kind));
        html.close("section").line();
        for (int number = 1; number <= section.pages(); number++) {
            itemsPage(section, number, label);
        }
    }

    private void itemsPage(Section section, int number, String label) throws IOException {
        String kind = words.name("kind", section.kind());
        String title = words.say("items.page", kind, number, section.pages());
        OutputStream stream = out.file(FOLDER + section.pageName(number));
        List<Page.Crumb> way = List.of(
                new Page.Crumb(batch, INDEX),
                new Page.Crumb(label, base + ".html#" + section.name()),
                new Page.Crumb(title, null));
        Html html = page.begin(stream, words.join(label, title), way);
        html.leaf("h1", title).open("p", "class", "sub").said(label).close();
        html.leaf("p", words.name("about", section.kind()), "class", "hint");
        page.pages(html, section.pages(), number, section::pageName, kind);
        row.beginTable(html, words.say("items.caption", kind));
        html.flush();
        section.copyPage(number, stream);
        html.close("table");
        page.pages(html, section.pages(), number, section::pageName, words.say("items.below", kind));
        page.end(html, false);
    }

    @Override
    public void close() throws IOException {
        for (Section section : sections.values()) {
            section.forget();
        }
    }
}
