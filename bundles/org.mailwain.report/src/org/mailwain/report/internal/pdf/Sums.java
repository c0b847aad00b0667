package org.mailwain.report.internal.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.report.Figures;
import org.mailwain.report.TargetSheet.TargetCounts;
import org.mailwain.report.internal.pdf.Canvas.Ink;
import org.mailwain.report.internal.text.Words;

/** Both sums of the evidence: of the source and of the target. */
final class Sums {
    private static final float GAP = 22;
    private static final float LABEL = 7.5f;
    private static final Ink[] SHARES = {
        new Ink(0x2e, 0x8b, 0x57),
        new Ink(0x3b, 0x78, 0xc3),
        new Ink(0x87, 0x62, 0xb8),
        new Ink(0x98, 0xa1, 0xab),
        new Ink(0xcf, 0x22, 0x2e),
        new Ink(0xd9, 0x9a, 0x1c),
        Canvas.BLACK
    };

    private record Term(String sign, String value, String label) {}

    private final Words words;
    private final Canvas canvas;

    Sums(Words words, Canvas canvas) {
        this.words = words;
        this.canvas = canvas;
    }

    void draw(Figures figures) throws IOException {
        canvas.title(words.say("sum.title"));
        if (!figures.listed()) {
            sum(List.of(new Term("", words.say("listed.not"), words.say("sum.unlisted"))));
            return;
        }
        source(figures.counts());
        canvas.title(words.say("target.title"));
        target(figures.target());
        if (figures.unlooked() > 0) {
            String left = words.say("target.unlooked", figures.unlooked());
            canvas.lines(List.of(left), 8, LABEL, false, Canvas.GREY);
            canvas.down(4);
        }
    }

    private void source(FolderCounts counts) throws IOException {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term("", words.count(counts.listed()), words.say("sum.listed")));
        long open = counts.listed();
        for (ItemOutcome outcome : ItemOutcome.values()) {
            long count = counts.of(outcome);
            open -= count;
            terms.add(new Term(terms.size() == 1 ? "=" : "+", words.count(count), words.name("outcome", outcome)));
        }
        rest(terms, open, "sum.open", "sum.over");
        sum(terms);
        bar(counts, Math.max(0, open));
    }

    private void target(TargetCounts counts) throws IOException {
        if (!counts.looked()) {
            sum(List.of(new Term("", words.say("looked.not"), words.say("target.standing"))));
            return;
        }
        List<Term> terms = new ArrayList<>();
        terms.add(new Term("", words.count(counts.standing()), words.say("target.standing")));
        terms.add(new Term("=", words.count(counts.ours()), words.say("target.ours")));
        terms.add(new Term("+", words.count(counts.alreadyThere()), words.say("target.already")));
        terms.add(new Term("+", words.count(counts.notOurs()), words.say("target.others")));
        rest(terms, counts.open(), "target.open", "target.over");
        sum(terms);
    }

    private void rest(List<Term> terms, long open, String more, String less) {
        if (open > 0) {
            terms.add(new Term("+", words.count(open), words.say(more)));
        } else if (open < 0) {
            terms.add(new Term("\u2212", words.count(-open), words.say(less)));
        }
    }

    /** As wide as the numbers need, smaller where they need too much. */
    private void sum(List<Term> terms) throws IOException {
        float size = 13;
        while (size > 7 && width(terms, size) > Canvas.WIDTH) {
            size -= 0.5f;
        }
        float x = 0;
        int most = 1;
        for (Term term : terms) {
            canvas.text(term.sign(), x, 15, 11, false, Canvas.GREY);
            float from = x == 0 ? 0 : x + 11;
            canvas.text(term.value(), from, 15, size, true, Canvas.BLACK);
            List<String> label = label(term);
            most = Math.max(most, label.size());
            float below = 26;
            for (String line : label) {
                canvas.text(line, from, below, LABEL, false, Canvas.GREY);
                below += 9;
            }
            x += width(term, size);
        }
        canvas.down(24 + most * 9);
    }

    private List<String> label(Term term) throws IOException {
        return canvas.face().wrap(term.label(), LABEL, 56, 3);
    }

    private float width(List<Term> terms, float size) throws IOException {
        float sum = -GAP;
        for (Term term : terms) {
            sum += width(term, size);
        }
        return sum;
    }

    private float width(Term term, float size) throws IOException {
        float widest = canvas.face().width(term.value(), size);
        for (String line : label(term)) {
            widest = Math.max(widest, canvas.face().width(line, LABEL));
        }
        return widest + GAP;
    }

    /** What is there is seen, however little it is. */
    private void bar(FolderCounts counts, long open) throws IOException {
        long[] shares = Arrays.copyOf(
                Arrays.stream(ItemOutcome.values()).mapToLong(counts::of).toArray(), SHARES.length);
        shares[SHARES.length - 1] = open;
        double least = Arrays.stream(shares).sum() / 250.0;
        double all = Arrays.stream(shares)
                .filter(share -> share > 0)
                .mapToDouble(share -> Math.max(share, least))
                .sum();
        canvas.box(0, 0, Canvas.WIDTH, 6, Canvas.LINE);
        float x = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                float width = (float) (Math.max(shares[i], least) / all * Canvas.WIDTH);
                canvas.box(x, 0, width, 6, SHARES[i]);
                x += width;
            }
        }
        canvas.down(20);
    }
}
