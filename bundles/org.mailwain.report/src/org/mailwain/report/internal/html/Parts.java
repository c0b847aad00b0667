package org.mailwain.report.internal.html;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.report.Cause;
import org.mailwain.report.Figures;
import org.mailwain.report.NoteKind;
import org.mailwain.report.TargetSheet.TargetCounts;
import org.mailwain.report.Verdict;
import org.mailwain.report.internal.text.Words;

/** What the pages of a batch and of a mailbox have in common. */
final class Parts {
    private final Words words;

    Parts(Words words) {
        this.words = words;
    }

    void verdict(Html html, Verdict verdict, String headline, String sentence) {
        Tone tone = Tone.of(verdict);
        html.open("div", "class", "verdict " + tone.style());
        tone.sign(html);
        html.open("div").leaf("p", headline, "class", "headline").leaf("p", sentence);
        html.close().close().line();
    }

    /**
     * Listed items and what became of them, as a sum and as a bar.
     *
     * @param link where the items of a kind are, or null
     */
    void sum(Html html, Figures figures, Function<NoteKind, String> link) {
        FolderCounts counts = figures.counts();
        if (!figures.listed()) {
            html.open("ul", "class", "eq");
            term(html, "whole", null, words.say("listed.not"), words.say("sum.listed"), null);
            html.close("ul").line();
            return;
        }
        long open = counts.listed()
                - counts.outcomes().values().stream().mapToLong(Long::longValue).sum();
        html.open("ul", "class", "eq");
        term(html, "whole", null, words.count(counts.listed()), words.say("sum.listed"), null);
        String sign = "=";
        for (ItemOutcome outcome : ItemOutcome.values()) {
            String style = "t" + (outcome.ordinal() + 1);
            String href = counts.of(outcome) > 0 ? link.apply(NoteKind.of(outcome)) : null;
            term(html, style, sign, words.count(counts.of(outcome)), words.name("outcome", outcome), href);
            sign = "+";
        }
        if (open != 0) {
            String label = words.say(open > 0 ? "sum.open" : "sum.over");
            term(html, "t7", open > 0 ? "+" : "\u2212", words.count(Math.abs(open)), label, null);
        }
        html.close("ul").line();
        bar(html, counts, Math.max(open, 0));
    }

    void targetSum(Html html, TargetCounts counts) {
        String standing = counts.standing() < 0 ? words.say("looked.not") : words.count(counts.standing());
        html.open("ul", "class", "eq");
        term(html, "whole", null, standing, words.say("target.standing"), null);
        term(html, "t1", "=", words.count(counts.ours()), words.say("target.ours"), null);
        term(html, "t2", "+", words.count(counts.alreadyThere()), words.say("target.already"), null);
        term(html, "t4", "+", words.count(counts.notOurs()), words.say("target.others"), null);
        if (counts.standing() >= 0 && counts.open() != 0) {
            String label = words.say(counts.open() > 0 ? "target.open" : "target.over");
            String sign = counts.open() > 0 ? "+" : "\u2212";
            term(html, "t7", sign, words.count(Math.abs(counts.open())), label, null);
        }
        html.close("ul").line();
    }

    private static void term(Html html, String style, String sign, String value, String label, String href) {
        html.open("li", "class", style);
        if (sign != null) {
            html.leaf("span", sign, "class", "op");
        }
        html.open("span", "class", "term").open("b");
        if (href == null) {
            html.text(value);
        } else {
            html.leaf("a", value, "href", href);
        }
        html.close("b").open("span", "class", "l");
        if (sign != null) {
            html.open("i").close();
        }
        html.text(label).close("li");
    }

    /** For the eye alone: the sum above it says the same. */
    private static void bar(Html html, FolderCounts counts, long open) {
        double all = Math.max(counts.listed(), 1);
        html.open("svg", "class", "bar", "viewBox", "0 0 1000 10", "preserveAspectRatio", "none", "aria-hidden", "true");
        double from = 0;
        for (ItemOutcome outcome : ItemOutcome.values()) {
            from = rect(html, "t" + (outcome.ordinal() + 1), from, counts.of(outcome) * 1000 / all);
        }
        rect(html, "t7", from, open * 1000 / all);
        html.close("svg").line();
    }

    /** What is there is seen, however little it is. */
    private static double rect(Html html, String style, double from, double width) {
        if (width <= 0 || from >= 1000) {
            return from;
        }
        double shown = Math.min(Math.max(width, 3), 1000 - from);
        html.empty(
                "rect", "class", style, "x", number(from), "y", "0", "width", number(shown), "height", "10");
        return from + shown;
    }

    private static String number(double value) {
        return Double.toString(Math.round(value * 100) / 100.0);
    }

    /** @param href of a mailbox by its number, or null where all are of this page */
    void causes(Html html, List<Cause> causes, IntFunction<String> href, IntFunction<String> label) {
        html.open("ul", "class", "cards");
        for (Cause cause : causes) {
            html.open("li", "class", cause.needsPerson() ? "need" : null);
            html.open("h3").text(causeTitle(cause, href != null)).close();
            html.open("p");
            if (!cause.alike()) {
                html.text(words.say("cause.example")).text(" ");
            }
            html.said(cause.sentence()).close();
            if (!cause.advice().isEmpty()) {
                html.open("p").leaf("strong", words.say("cause.todo")).text(" ").said(cause.advice()).close();
            }
            if (href != null) {
                causeMailboxes(html, cause, href, label);
            }
            if (!cause.code().isEmpty()) {
                html.open("p").leaf("code", cause.code()).close();
            }
            html.close("li").line();
        }
        html.close("ul").line();
    }

    private String causeTitle(Cause cause, boolean ofBatch) {
        if (cause.kind() == null) {
            return ofBatch ? words.say("cause.mailboxes", cause.mailboxes()) : words.say("cause.mailbox");
        }
        String name = words.name("kind", cause.kind());
        return ofBatch
                ? words.say("cause.items.batch", name, cause.items(), cause.mailboxes())
                : words.say("cause.items", name, cause.items());
    }

    private void causeMailboxes(Html html, Cause cause, IntFunction<String> href, IntFunction<String> label) {
        html.open("p", "class", "small").text(words.say("cause.in")).text(" ");
        String between = "";
        for (int mailbox : cause.first()) {
            html.text(between).open("a", "href", href.apply(mailbox)).said(label.apply(mailbox)).close();
            between = words.say("join");
        }
        long more = cause.mailboxes() - cause.first().size();
        if (more > 0) {
            html.text(" ").text(words.say("cause.more", more));
        }
        html.close("p");
    }

    void fact(Html html, String key, String value) {
        if (!value.isEmpty()) {
            html.open("div").leaf("dt", words.say(key)).open("dd").said(value).close("div");
        }
    }

    /** A number in a table, linked where there is something to see. */
    void number(Html html, long value, String href, String style) {
        html.open("td", "class", value == 0 ? "n zero" + style : "n" + style, "data-v", Long.toString(value));
        if (value != 0 && href != null) {
            html.leaf("a", words.count(value), "href", href);
        } else {
            html.text(words.count(value));
        }
        html.close("td");
    }
}
