package org.mailwain.repair.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;

/** What the rules have in common: a name, a place in the order, and the words by which servers mean their flaw. */
abstract class Refused implements RepairRule {
    private final String id;
    private final int order;
    private final Pattern words;

    Refused(String id, int order, String words) {
        this.id = id;
        this.order = order;
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final int order() {
        return order;
    }

    @Override
    public final boolean isMeantBy(Failure refusal) {
        return words.matcher(words(refusal)).find();
    }

    /** The server's words; empty where there are none. */
    static String words(Failure refusal) {
        return refusal == null
                ? ""
                : refusal.arguments().stream()
                        .filter(Argument.Text.class::isInstance)
                        .map(text -> ((Argument.Text) text).value())
                        .findFirst()
                        .orElse("");
    }

    /** Makes the stream that gives the mended bytes of a message. */
    @FunctionalInterface
    interface Mending {
        InputStream over(InputStream original) throws IOException;
    }

    static Optional<Letter> mended(Letter letter, BodyStore bodies, Mending mending)
            throws IOException, CancelledException {
        try (InputStream in = letter.body().open();
                InputStream better = mending.over(in)) {
            return Optional.of(letter.with(bodies.receive(better, letter.body().size())));
        }
    }
}
