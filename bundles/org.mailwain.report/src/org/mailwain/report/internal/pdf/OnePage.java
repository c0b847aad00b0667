package org.mailwain.report.internal.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.report.Cause;
import org.mailwain.report.Figures;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.Report;
import org.mailwain.report.TargetSheet.TargetCounts;
import org.mailwain.report.Verdict;
import org.mailwain.report.internal.html.Headlines;
import org.mailwain.report.internal.pdf.Canvas.Ink;
import org.mailwain.report.internal.sheet.Rates;
import org.mailwain.report.internal.text.Words;

/** The batch on one page, to be handed on or filed. */
public final class OnePage {
    private static final float FOOT = 84;
    private static final Ink[] SHARES = {
        new Ink(0x2e, 0x8b, 0x57),
        new Ink(0x3b, 0x78, 0xc3),
        new Ink(0x87, 0x62, 0xb8),
        new Ink(0x98, 0xa1, 0xab),
        new Ink(0xcf, 0x22, 0x2e),
        new Ink(0xd9, 0x9a, 0x1c)
    };

    private final Words words;
    private final Report report;
    private final List<MailboxSheet> mailboxes;

    /** @param mailboxes brief, in the order of their numbers */
    public OnePage(Words words, Report report, List<MailboxSheet> mailboxes) {
        this.words = words;
        this.report = report;
        this.mailboxes = mailboxes;
    }

    /** Leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            describe(document);
            try (Canvas canvas = new Canvas(document, new Face(document))) {
                head(canvas);
                verdict(canvas);
                sums(canvas);
                facts(canvas);
                attention(canvas);
                foot(canvas);
            }
            document.save(out);
        }
    }

    private void describe(PDDocument document) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(words.say("page.title", report.batch(), report.info().brand()));
        about.setSubject(words.say("pdf.subject"));
        about.setProducer(report.info().brand());
        about.setCreationDate(GregorianCalendar.from(report.written().atZone(ZoneOffset.UTC)));
        document.setDocumentId(report.written().toEpochMilli());
        document.getDocumentCatalog().setLanguage(report.language());
    }

    private void head(Canvas canvas) throws IOException {
        canvas.down(9);
        canvas.text(report.info().brand(), 0, 0, 9, true, Canvas.BLACK);
        String written = words.moment(report.written()) + ' ' + words.zone();
        canvas.right(words.join(words.say("pdf.title"), written), Canvas.WIDTH, 0, 9, false, Canvas.GREY);
        canvas.down(14);
        canvas.lines(List.of(canvas.face().fit(report.batch(), 22, Canvas.WIDTH)), 0, 22, true, Canvas.BLACK);
        String way = report.info().source().address() + " \u2192 " + report.info().target().address();
        canvas.lines(List.of(canvas.face().fit(way, 10, Canvas.WIDTH)), 0, 10, false, Canvas.GREY);
        canvas.down(14);
    }

    private void verdict(Canvas canvas) throws IOException {
        Headlines headlines = new Headlines(words);
        List<String> why = canvas.face().wrap(headlines.reason(report), 9.5f, Canvas.WIDTH - 28, 4);
        float height = 36 + why.size() * 13f;
        Ink strong = strong(report.figures().verdict());
        canvas.box(0, 0, Canvas.WIDTH, height, pale(report.figures().verdict()));
        canvas.box(0, 0, 5, height, strong);
        float bottom = canvas.top() - height;
        canvas.down(6);
        String headline = canvas.face().fit(headlines.batch(report), 14, Canvas.WIDTH - 28);
        canvas.lines(List.of(headline), 16, 14, true, strong);
        canvas.lines(why, 16, 9.5f, false, Canvas.BLACK);
        canvas.down(canvas.top() - bottom + 20);
    }

    private static Ink strong(Verdict verdict) {
        return switch (verdict) {
            case COMPLETE -> new Ink(0x11, 0x63, 0x29);
            case COMPLETE_WITH_ITEMS -> new Ink(0x7a, 0x4b, 0x00);
            case UNFINISHED, NOT_LISTED -> new Ink(0x44, 0x50, 0x5c);
            case FAILED, NOT_BALANCED -> new Ink(0xa4, 0x0e, 0x26);
        };
    }

    private static Ink pale(Verdict verdict) {
        return switch (verdict) {
            case COMPLETE -> new Ink(0xe6, 0xf6, 0xea);
            case COMPLETE_WITH_ITEMS -> new Ink(0xff, 0xf6, 0xdc);
            case UNFINISHED, NOT_LISTED -> new Ink(0xee, 0xf1, 0xf4);
            case FAILED, NOT_BALANCED -> new Ink(0xff, 0xeb, 0xe9);
        };
    }

    private record Term(String sign, String value, String label) {}

    private void sums(Canvas canvas) throws IOException {
        Figures figures = report.figures();
        title(canvas, words.say("sum.title"));
        List<Term> terms = new ArrayList<>();
        String listed = figures.listed() ? words.count(figures.counts().listed()) : words.say("listed.not");
        terms.add(new Term("", listed, words.say("sum.listed")));
        if (!figures.listed()) {
            sum(canvas, terms);
            return;
        }
        long open = figures.counts().listed();
        for (ItemOutcome outcome : ItemOutcome.values()) {
            long count = figures.counts().of(outcome);
            open -= count;
            terms.add(new Term(terms.size() == 1 ? "=" : "+", words.count(count), words.name("outcome", outcome)));
        }
        if (open != 0) {
            terms.add(open > 0
                    ? new Term("+", words.count(open), words.say("sum.open"))
                    : new Term("\u2212", words.count(-open), words.say("sum.over")));
        }
        sum(canvas, terms);
        bar(canvas, figures);
        title(canvas, words.say("target.title"));
        target(canvas, figures.target());
    }

    private void target(Canvas canvas, TargetCounts counts) throws IOException {
        boolean looked = counts.standing() >= 0;
        List<Term> terms = new ArrayList<>();
        String standing = looked ? words.count(counts.standing()) : words.say("looked.not");
        terms.add(new Term("", standing, words.say("target.standing")));
        terms.add(new Term("=", words.count(counts.ours()), words.say("target.ours")));
        terms.add(new Term("+", words.count(counts.alreadyThere()), words.say("target.already")));
        terms.add(new Term("+", words.count(counts.notOurs()), words.say("target.others")));
        if (looked && counts.open() != 0) {
            terms.add(counts.open() > 0
                    ? new Term("+", words.count(counts.open()), words.say("target.open"))
                    : new Term("\u2212", words.count(-counts.open()), words.say("target.over")));
        }
        sum(canvas, terms);
    }

    private void title(Canvas canvas, String text) throws IOException {
        canvas.lines(List.of(text), 0, 10.5f, true, Canvas.BLACK);
        canvas.down(6);
    }

    private void sum(Canvas canvas, List<Term> terms) throws IOException {
        float step = Canvas.WIDTH / 7;
        if (terms.size() > 7) {
            step = Canvas.WIDTH / terms.size();
        }
        float x = 0;
        int most = 1;
        for (Term term : terms) {
            canvas.text(term.sign(), x - 2, 15, 11, false, Canvas.GREY);
            canvas.text(canvas.face().fit(term.value(), 13, step - 10), x + 8, 15, 13, true, Canvas.BLACK);
            List<String> label = canvas.face().wrap(term.label(), 7.5f, step - 12, 3);
            most = Math.max(most, label.size());
            float below = 26;
            for (String line : label) {
                canvas.text(line, x + 8, below, 7.5f, false, Canvas.GREY);
                below += 9;
            }
            x += step;
        }
        canvas.down(24 + most * 9);
    }

    private void bar(Canvas canvas, Figures figures) throws IOException {
        float all = Math.max(figures.counts().listed(), 1);
        float x = 0;
        canvas.box(0, 0, Canvas.WIDTH, 6, Canvas.LINE);
        for (ItemOutcome outcome : ItemOutcome.values()) {
            float width = figures.counts().of(outcome) / all * Canvas.WIDTH;
            if (width > 0) {
                float shown = Math.min(Math.max(width, 1.5f), Canvas.WIDTH - x);
                canvas.box(x, 0, shown, 6, SHARES[outcome.ordinal()]);
                x += shown;
            }
        }
        canvas.down(20);
    }

    private void facts(Canvas canvas) throws IOException {
        Figures figures = report.figures();
        canvas.down(6);
        canvas.rule();
        canvas.down(8);
        List<Term> facts = new ArrayList<>();
        fact(facts, "fact.state.batch", report.state().label());
        fact(facts, "pdf.count", words.count(report.mailboxes()));
        for (Verdict verdict : Verdict.values()) {
            if (report.mailboxes(verdict) > 0) {
                facts.add(new Term("", words.count(report.mailboxes(verdict)), words.name("verdict", verdict)));
            }
        }
        fact(facts, "fact.bytes", figures.listed() ? words.size(figures.counts().bytes()) : "");
        fact(facts, "fact.started", words.moment(report.info().started()));
        fact(facts, "fact.ended", words.moment(report.info().ended()));
        fact(facts, "fact.duration", Rates.duration(figures, report.info()).map(words::span).orElse(""));
        fact(facts, "fact.rate", Rates.of(figures, report.info()).map(r -> r.say(words)).orElse(""));
        float column = Canvas.WIDTH / 2;
        for (int i = 0; i < facts.size(); i++) {
            boolean left = i % 2 == 0;
            if (left) {
                canvas.down(14);
            }
            float x = left ? 0 : column + 8;
            canvas.text(canvas.face().fit(facts.get(i).label(), 9, 110), x, 0, 9, false, Canvas.GREY);
            String value = canvas.face().fit(facts.get(i).value(), 9, column - 122);
            canvas.text(value, x + 114, 0, 9, false, Canvas.BLACK);
        }
        canvas.down(14);
        canvas.rule();
    }

    private void fact(List<Term> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Term("", value, words.say(key)));
        }
    }

    private record Line(String text, boolean bold, Ink ink) {}

    /** As much of it as fits, then how much more there is. */
    private void attention(Canvas canvas) throws IOException {
        canvas.down(12);
        title(canvas, words.say("pdf.attention"));
        List<List<Line>> things = things(canvas.face());
        if (things.isEmpty()) {
            canvas.lines(List.of(words.say("attention.none")), 0, 9, false, Canvas.BLACK);
        }
        for (int i = 0; i < things.size(); i++) {
            float height = things.get(i).size() * 12.2f + 5;
            if (canvas.top() - height - 14 < FOOT) {
                String more = words.say("pdf.more", things.size() - i);
                canvas.lines(List.of(more), 0, 9, false, Canvas.GREY);
                return;
            }
            for (Line line : things.get(i)) {
                canvas.lines(List.of(line.text()), 0, 9, line.bold(), line.ink());
            }
            canvas.down(5);
        }
    }

    private List<List<Line>> things(Face face) throws IOException {
        List<List<Line>> things = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.NOT_BALANCED, Verdict.FAILED, Verdict.NOT_LISTED, Verdict.UNFINISHED)) {
            int count = report.mailboxes(verdict);
            if (count > 0) {
                List<Line> lines = new ArrayList<>();
                lines.add(new Line(words.say("attention." + verdict.name(), count), true, strong(verdict)));
                String names = words.join(mailboxes.stream()
                        .filter(m -> m.figures().verdict() == verdict)
                        .limit(30)
                        .map(m -> m.entry().label())
                        .toArray(String[]::new));
                face.wrap(names, 9, Canvas.WIDTH, 3).forEach(line -> lines.add(new Line(line, false, Canvas.BLACK)));
                things.add(lines);
            }
        }
        for (Cause cause : report.causes()) {
            if (cause.needsPerson()) {
                things.add(thing(face, cause));
            }
        }
        return things;
    }

    private List<Line> thing(Face face, Cause cause) throws IOException {
        List<Line> lines = new ArrayList<>();
        String title = cause.kind() == null
                ? words.say("cause.mailboxes", cause.mailboxes())
                : words.say(
                        "cause.items.batch", words.name("kind", cause.kind()), cause.items(), cause.mailboxes());
        lines.add(new Line(face.fit(title, 9, Canvas.WIDTH), true, Canvas.BLACK));
        String sentence = cause.alike() ? cause.sentence() : words.say("cause.example") + ' ' + cause.sentence();
        face.wrap(sentence, 9, Canvas.WIDTH, 2).forEach(line -> lines.add(new Line(line, false, Canvas.BLACK)));
        if (!cause.advice().isEmpty()) {
            String todo = words.say("cause.todo") + ' ' + cause.advice();
            face.wrap(todo, 9, Canvas.WIDTH, 2).forEach(line -> lines.add(new Line(line, false, Canvas.GREY)));
        }
        return lines;
    }

    private void foot(Canvas canvas) throws IOException {
        canvas.down(canvas.top() - 62);
        canvas.rule();
        String versions = words.join(report.info().versions().stream()
                .map(v -> v.name() + ' ' + v.version())
                .toArray(String[]::new));
        canvas.text(canvas.face().fit(versions, 7.5f, Canvas.WIDTH), 0, 12, 7.5f, false, Canvas.GREY);
        canvas.text(words.say("pdf.files"), 0, 23, 7.5f, false, Canvas.GREY);
    }
}
