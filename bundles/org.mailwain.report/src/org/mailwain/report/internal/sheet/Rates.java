package org.mailwain.report.internal.sheet;

import java.time.Duration;
import java.util.Optional;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.report.BatchInfo;
import org.mailwain.report.Figures;
import org.mailwain.report.internal.text.Words;

/** How fast items were copied. Told only where they were copied in one run: over a pause it would mean nothing. */
public record Rates(double items, double bytes) {
    /** From the first to the last copied item. */
    public static Optional<Duration> duration(Figures figures, BatchInfo info) {
        return figures.copying()
                .filter(d -> info.started() == null || !figures.firstCopied().isBefore(info.started()));
    }

    public static Optional<Rates> of(Figures figures, BatchInfo info) {
        return duration(figures, info)
                .filter(d -> d.toMillis() >= 1000)
                .map(d -> new Rates(
                        figures.counts().of(ItemOutcome.COPIED) * 1000d / d.toMillis(),
                        figures.counts().bytes() * 1000d / d.toMillis()));
    }

    public String say(Words words) {
        return words.say("rate", words.size((long) bytes), words.figure(items));
    }
}
