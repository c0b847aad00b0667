package org.mailwain.repair.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.repair.RepairFailure;
import org.osgi.service.component.annotations.Component;

/**
 * Shortens lines without changing what a reader gets: fields of a header are folded at a blank, encoded content is
 * wrapped anew, text becomes quoted-printable and anything else base64. What a signature covers stays as it is. Where a
 * line is longer than servers mostly take (10,239 bytes), only such parts are touched; else those with lines above the
 * 998 of RFC 5322 section 2.1.1.
 */
@Component(service = RepairRule.class)
public final class LongLinesRule extends Refused {
    static final int ALLOWED = 998;
    static final int MOSTLY_TAKEN = 10_239;

    public LongLinesRule() {
        super("long-lines", 40, "line.*too long|too long.*line|line length|command argument error");
    }

    @Override
    public Optional<Failure> flaw(Letter letter, Failure refusal) throws IOException {
        long longest = survey(letter, ALLOWED).longest;
        return longest <= ALLOWED
                ? Optional.empty()
                : Optional.of(RepairFailure.LONG_LINES.with(longest, words(refusal)));
    }

    @Override
    public Optional<Letter> repair(Letter letter, Failure refusal, BodyStore bodies)
            throws IOException, CancelledException {
        Survey survey = survey(letter, ALLOWED);
        if (survey.longest > MOSTLY_TAKEN) {
            survey = survey(letter, MOSTLY_TAKEN);
        }
        if (!survey.mendable()) {
            return Optional.empty();
        }
        Survey found = survey;
        return mended(letter, bodies, in -> new Shortened(in, found));
    }

    private static Survey survey(Letter letter, int limit) throws IOException {
        Survey survey = new Survey(limit);
        try (InputStream in = letter.body().open()) {
            new Walk(in, survey).run();
        } catch (Walk.TooMuch notToBeHeld) {
            survey.parts.clear();
            survey.headers = false;
        }
        return survey;
    }

    /** Finds the parts with long lines. */
    private static final class Survey implements Walk.Visitor {
        private final int limit;
        private final Set<Integer> parts = new TreeSet<>();
        private boolean headers;
        private long longest;
        private long line;

        Survey(int limit) {
            this.limit = limit;
        }

        boolean mendable() {
            return headers || !parts.isEmpty();
        }

        @Override
        public void header(Part part, List<Header.Field> fields, byte[] end) {
            for (Header.Field field : fields) {
                long length = Folding.longest(field.bytes());
                longest = Math.max(longest, length);
                headers |= length > limit && !part.signed() && Folding.fold(field, limit) != field;
            }
        }

        @Override
        public void content(Part part, Lines piece) {
            line = (piece.starts() ? 0 : line) + piece.content();
            longest = Math.max(longest, line);
            if (line > limit && !part.signed()) {
                parts.add(part.number());
            }
        }

        @Override
        public void contentEnded(Part part) {
            line = 0;
        }

        @Override
        public void between(Lines piece) {
            // nobody reads it, and nobody may change what delimits parts
        }
    }

    /** Writes the message with those parts encoded. */
    private static final class Shortened extends Rewriting {
        private final Survey survey;
        private final ByteArrayOutputStream made = new ByteArrayOutputStream();
        private final Walk walk;

        Shortened(InputStream in, Survey survey) {
            this.survey = survey;
            this.walk = new Walk(in, new Writing());
        }

        @Override
        boolean step(ByteArrayOutputStream out) throws IOException {
            boolean more = walk.step();
            made.writeTo(out);
            made.reset();
            return more;
        }

        private final class Writing implements Walk.Visitor {
            private Encoding encoding;

            @Override
            public void header(Part part, List<Header.Field> fields, byte[] end) throws IOException {
                boolean anew = survey.parts.contains(part.number());
                encoding = anew ? Encoding.of(part, made) : null;
                boolean told = !anew || part.isEncoded();
                for (Header.Field field : fields) {
                    if (!told && field.is("Content-Transfer-Encoding")) {
                        continue;
                    }
                    made.writeBytes(
                            part.signed()
                                    ? field.bytes()
                                    : Folding.fold(field, survey.limit).bytes());
                }
                boolean mime = part.number() > 0 || fields.stream().anyMatch(field -> field.is("MIME-Version"));
                if (!told && !mime) {
                    made.writeBytes(Header.Field.of("MIME-Version", " 1.0\r\n").bytes());
                }
                if (!told) {
                    made.writeBytes(Header.Field.of("Content-Transfer-Encoding", " " + encoding.name() + "\r\n")
                            .bytes());
                }
                made.writeBytes(end);
            }

            @Override
            public void content(Part part, Lines piece) throws IOException {
                if (encoding == null) {
                    made.write(piece.bytes(), 0, piece.length());
                } else {
                    encoding.take(piece);
                }
            }

            @Override
            public void contentEnded(Part part) throws IOException {
                if (encoding != null) {
                    encoding.end();
                    encoding = null;
                }
            }

            @Override
            public void between(Lines piece) {
                made.write(piece.bytes(), 0, piece.length());
            }
        }
    }
}
