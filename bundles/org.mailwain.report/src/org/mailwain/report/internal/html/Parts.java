package org.mailwain.report.internal.html;

import java.util.Arrays;
import java.util.function.Function;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.ledger.FolderCounts;
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
            term(html, "whole", null, words.say("listed.not"), words.say("sum.unlisted"), null);
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
            String style = figures.verdict() == Verdict.NOT_BALANCED ? "t7 alarm" : "t7";
            term(html, style, open > 0 ? "+" : "\u2212", words.count(Math.abs(open)), label, null);
        }
        html.close("ul").line();
        bar(html, counts, Math.max(open, 0));
    }

    void targetSum(Html html, TargetCounts counts) {
        if (!counts.looked()) {
            html.open("ul", "class", "eq");
            term(html, "whole", null, words.say("looked.not"), words.say("target.standing"), null);
            html.close("ul").line();
            return;
        }
        String standing = words.count(counts.standing());
        html.open("ul", "class", "eq");
        term(html, "whole", null, standing, words.say("target.standing"), null);
        term(html, "t1", "=", words.count(counts.ours()), words.say("target.ours"), null);
        term(html, "t2", "+", words.count(counts.alreadyThere()), words.say("target.already"), null);
        term(html, "t4", "+", words.count(counts.notOurs()), words.say("target.others"), null);
        if (counts.open() != 0) {
            String label = words.say(counts.open() > 0 ? "target.open" : "target.over");
            String sign = counts.open() > 0 ? "+" : "\u2212";
            term(html, "t7 alarm", sign, words.count(Math.abs(counts.open())), label, null);
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

    /** For the eye alone: the sum above it says the same. What is there is seen, however little it is. */
    private static void bar(Html html, FolderCounts counts, long open) {
        long[] shares = Arrays.copyOf(
                Arrays.stream(ItemOutcome.values()).mapToLong(counts::of).toArray(), ItemOutcome.values().length + 1);
        shares[shares.length - 1] = open;
        double least = Arrays.stream(shares).sum() / 250.0;
        double all = Arrays.stream(shares)
                .filter(share -> share > 0)
                .mapToDouble(share -> Math.max(share, least))
                .sum();
        html.open(
                "svg", "class", "bar", "viewBox", "0 0 1000 10", "preserveAspectRatio", "none", "aria-hidden", "true");
        double from = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                double width = Math.max(shares[i], least) * 1000 / all;
                String style = "t" + (i + 1);
                html.empty("rect", "class", style, "x", number(from), "width", number(width), "height", "10");
                from += width;
            }
        }
        html.close("svg").line();
    }

    private static String number(double value) {
        return Double.toString(Math.round(value * 100) / 100.0);
    }

    void fact(Html html, String key, String value) {
        if (!value.isEmpty()) {
            html.open("div").leaf("dt", words.say(key)).open("dd").said(value).close("div");
        }
    }

    /** One whose value is long: it gets a line of its own. */
    void longFact(Html html, String key, String value) {
        html.open("div", "class", "wide")
                .leaf("dt", words.say(key))
                .open("dd")
                .said(value)
                .close("div");
    }

    /** Where there is no number to show. */
    void nothing(Html html, String style) {
        html.leaf("td", "\u2013", "class", "n zero" + style, "data-v", "-1");
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
