package org.mailwain.report.internal.html;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mailwain.report.Cause;
import org.mailwain.report.Figures;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.Report;
import org.mailwain.report.Verdict;
import org.mailwain.report.internal.file.ReportFolder;
import org.mailwain.report.internal.sheet.Rates;
import org.mailwain.report.internal.text.Words;

/** The pages of the batch: what is to be said of all, and the mailboxes, so many on a page. */
public final class IndexPages {
    private static final int PAGE = 500;
    private static final int NAMED = 50;

    private final Words words;
    private final Page page;
    private final Parts parts;
    private final ReportFolder out;

    IndexPages(Words words, Page page, ReportFolder out) {
        this.words = words;
        this.page = page;
        this.parts = new Parts(words);
        this.out = out;
    }

    /** @param mailboxes in the order of their numbers, brief */
    public void write(Report report, List<MailboxSheet> mailboxes) throws IOException {
        int pages = Math.max(1, (mailboxes.size() + PAGE - 1) / PAGE);
        for (int number = 1; number <= pages; number++) {
            boolean first = number == 1;
            String title = first ? report.batch() : words.say("index.page", report.batch(), number, pages);
            List<Page.Crumb> way = first
                    ? List.of()
                    : List.of(new Page.Crumb(report.batch(), pageName(1)), new Page.Crumb(title, null));
            Html html = page.begin(out.file(pageName(number)), title, way);
            if (first) {
                head(html, report);
                if (!mailboxes.isEmpty()) {
                    attention(html, report, mailboxes);
                }
            } else {
                html.open("h1").said(title).close();
            }
            html.leaf("h2", words.say("mailboxes.title", mailboxes.size()), "id", "mailboxes");
            if (pages > 1) {
                page.pages(html, pages, number, IndexPages::pageName, words.say("index.pages"));
            }
            int from = (number - 1) * PAGE;
            new MailboxTable(words, parts, report.info())
                    .write(html, mailboxes.subList(from, Math.min(mailboxes.size(), from + PAGE)), pages > 1);
            if (first) {
                information(html, report, mailboxes);
                glossary(html);
            }
            page.end(html, !mailboxes.isEmpty());
        }
    }

    private static String pageName(int number) {
        return number == 1 ? "index.html" : "index-" + number + ".html";
    }

    private void head(Html html, Report report) {
        html.open("h1").said(report.batch()).close();
        html.open("p", "class", "sub").said(report.info().source().address());
        html.text(" \u2192 ").said(report.info().target().address()).close();
        Headlines headlines = new Headlines(words);
        Figures figures = report.figures();
        parts.verdict(html, figures.verdict(), headlines.batch(report), headlines.reason(report));
        html.leaf("h2", words.say("sum.title"));
        parts.sum(html, figures, kind -> null);
        if (figures.unnamed() > 0) {
            html.leaf("p", words.say("unnamed", figures.unnamed()), "class", "bad");
        }
        if (figures.counts().left() > 0) {
            html.leaf("p", words.say("left", figures.counts().left()), "class", "hint");
        }
        if (figures.listed()) {
            html.leaf("h2", words.say("target.title"));
            parts.targetSum(html, figures.target());
            if (figures.unlooked() > 0) {
                html.leaf("p", words.say("target.unlooked", figures.unlooked()), "class", "hint");
            }
        }
        facts(html, report);
    }

    private void facts(Html html, Report report) {
        Figures figures = report.figures();
        html.open("dl", "class", "facts");
        parts.fact(html, "fact.state.batch", report.state().label());
        parts.fact(html, "fact.states", states(report));
        parts.fact(
                html,
                "fact.source",
                words.join(report.info().source().name(), report.info().source().address()));
        parts.fact(
                html,
                "fact.target",
                words.join(report.info().target().name(), report.info().target().address()));
        parts.fact(html, "fact.started", words.moment(report.info().started()));
        parts.fact(html, "fact.ended", words.moment(report.info().ended()));
        if (figures.listed()) {
            parts.fact(html, "fact.bytes", words.size(figures.counts().bytes()));
        }
        parts.fact(html, "fact.first", words.moment(figures.firstCopied()));
        parts.fact(html, "fact.last", words.moment(figures.lastCopied()));
        parts.fact(
                html,
                "fact.duration",
                Rates.duration(figures, report.info()).map(words::span).orElse(""));
        parts.fact(
                html,
                "fact.rate",
                Rates.of(figures, report.info()).map(r -> r.say(words)).orElse(""));
        String signer = report.info().signer();
        parts.longFact(html, "fact.signer", signer.isEmpty() ? words.say("unsigned") : words.say("signed", signer));
        html.close("dl").line();
    }

    private String states(Report report) {
        return words.join(report.states().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e ->
                        words.say("state", words.count(e.getValue()), e.getKey().label()))
                .toArray(String[]::new));
    }

    /** What a person must look at, the gravest first. */
    private void attention(Html html, Report report, List<MailboxSheet> mailboxes) {
        html.leaf("h2", words.say("attention.title"), "id", "attention");
        List<Cause> causes = report.causes().stream().filter(Cause::needsPerson).toList();
        boolean calm = causes.isEmpty();
        for (Verdict verdict : List.of(Verdict.NOT_BALANCED, Verdict.FAILED, Verdict.NOT_LISTED, Verdict.UNFINISHED)) {
            if (report.mailboxes(verdict) > 0) {
                calm = false;
                named(html, verdict, report.mailboxes(verdict), mailboxes);
            }
        }
        if (calm) {
            html.leaf("p", words.say("attention.none"));
        }
        causes(html, causes, mailboxes);
    }

    private void named(Html html, Verdict verdict, int count, List<MailboxSheet> mailboxes) {
        html.open("p");
        Tone.of(verdict).mark(html, words.say("attention." + verdict.name(), count));
        html.text(" ");
        String between = "";
        Stream<MailboxSheet> shown =
                mailboxes.stream().filter(m -> m.figures().verdict() == verdict).limit(NAMED);
        for (MailboxSheet mailbox : shown.toList()) {
            html.text(between)
                    .open("a", "href", mailbox.page())
                    .said(mailbox.entry().label())
                    .close();
            String folders = new Headlines(words).folders(mailbox);
            if (!folders.isEmpty()) {
                html.text(" (").said(folders).text(")");
            }
            between = words.say("join");
        }
        if (count > NAMED) {
            html.text(" ").text(words.say("cause.more", count - NAMED));
        }
        html.close("p").line();
    }

    private void information(Html html, Report report, List<MailboxSheet> mailboxes) {
        List<Cause> causes =
                report.causes().stream().filter(c -> !c.needsPerson()).toList();
        if (!causes.isEmpty()) {
            html.leaf("h2", words.say("information.title"), "id", "information");
            causes(html, causes, mailboxes);
        }
    }

    private void causes(Html html, List<Cause> causes, List<MailboxSheet> mailboxes) {
        if (!causes.isEmpty()) {
            new CauseTable(words).batch(html, causes, number -> {
                MailboxSheet mailbox = mailboxes.get(number - 1);
                return new CauseTable.Target(mailbox.page(), mailbox.entry().label());
            });
        }
    }

    /** What the words mean, so that the report can be read without a manual. */
    private void glossary(Html html) {
        html.leaf("h2", words.say("glossary.title"), "id", "words").open("dl", "class", "words");
        for (String word : words.say("glossary.words").split(" ")) {
            String key = "glossary." + word.toLowerCase(Locale.ROOT);
            html.leaf("dt", words.say(key)).leaf("dd", words.say(key + ".text"));
        }
        html.close("dl").line();
    }
}
