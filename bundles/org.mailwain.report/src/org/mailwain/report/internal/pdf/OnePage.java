package org.mailwain.report.internal.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.mailwain.report.Cause;
import org.mailwain.report.Figures;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.Report;
import org.mailwain.report.Verdict;
import org.mailwain.report.internal.html.Headlines;
import org.mailwain.report.internal.pdf.Canvas.Ink;
import org.mailwain.report.internal.sheet.Rates;
import org.mailwain.report.internal.text.Words;

/** The batch on one page, to be handed on or filed. */
public final class OnePage {
    private static final float FOOT = 84;

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
                new Sums(words, canvas).draw(report.figures());
                facts(canvas);
                if (!mailboxes.isEmpty()) {
                    attention(canvas);
                }
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
        String way = report.info().source().address() + " \u2192 "
                + report.info().target().address();
        canvas.down(4);
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

    private record Fact(String label, String value) {}

    private void facts(Canvas canvas) throws IOException {
        Figures figures = report.figures();
        canvas.down(6);
        canvas.rule();
        canvas.down(8);
        List<Fact> facts = new ArrayList<>();
        fact(facts, "fact.state.batch", report.state().label());
        fact(facts, "pdf.count", words.count(report.mailboxes()));
        for (Verdict verdict : Verdict.values()) {
            if (report.mailboxes(verdict) > 0) {
                facts.add(new Fact(words.name("verdict", verdict), words.count(report.mailboxes(verdict))));
            }
        }
        fact(facts, "fact.bytes", figures.listed() ? words.size(figures.counts().bytes()) : "");
        fact(facts, "fact.started", words.moment(report.info().started()));
        fact(facts, "fact.ended", words.moment(report.info().ended()));
        fact(
                facts,
                "fact.duration",
                Rates.duration(figures, report.info()).map(words::span).orElse(""));
        fact(
                facts,
                "fact.rate",
                Rates.of(figures, report.info()).map(r -> r.say(words)).orElse(""));
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

    private void fact(List<Fact> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(words.say(key), value));
        }
    }

    private record Line(String text, boolean bold, Ink ink) {}

    /** As much of it as fits, then how much more there is. */
    private void attention(Canvas canvas) throws IOException {
        canvas.down(12);
        canvas.title(words.say("pdf.attention"));
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
                        .map(new Headlines(words)::named)
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
                : words.say("cause.items.batch", words.name("kind", cause.kind()), cause.items(), cause.mailboxes());
        lines.add(new Line(face.fit(title, 9, Canvas.WIDTH), true, Canvas.BLACK));
        String sentence = cause.alike() ? cause.sentence() : words.say("cause.example") + ' ' + cause.sentence();
        face.wrap(sentence, 9, Canvas.WIDTH, 2).forEach(line -> lines.add(new Line(line, false, Canvas.BLACK)));
        if (!cause.advice().isEmpty()) {
            String todo = words.say("pdf.todo") + ' ' + cause.advice();
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
