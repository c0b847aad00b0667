package org.mailwain.engine.internal.verify;

import java.io.IOException;
import java.util.function.Predicate;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;

/**
 * Goes through the entries of both sides, which come in the same order, and pairs them: first those that agree in
 * everything, then those that agree in identity and content, then those whose header says that they are one message.
 * Each entry is told once, alone or in a pair. Memory is bounded however many look alike.
 */
final class Matching {
    private final Cursor source;
    private final Cursor target;
    private final Outcomes outcomes;
    private final Cancel cancel;
    private final Spill sourceOfContent;
    private final Spill targetOfContent;
    private final Spill sourceOfIdentity;
    private final Spill targetOfIdentity;
    private byte[] nextSource;
    private byte[] nextTarget;

    /** Takes what was found, lane by lane. */
    interface Outcomes {
        /** Agree in everything. */
        void same(byte[] source) throws FailureException;

        /** One message, in whatever it differs. */
        void paired(byte[] source, byte[] target) throws FailureException;

        void onlySource(byte[] source) throws FailureException;

        void onlyTarget(byte[] target) throws FailureException;
    }

    /** @param memory bytes held of those that look alike, before they go into files */
    Matching(Cursor source, Cursor target, Scratch scratch, long memory, Outcomes outcomes, Cancel cancel) {
        this.source = source;
        this.target = target;
        this.outcomes = outcomes;
        this.cancel = cancel;
        this.sourceOfContent = new Spill(scratch, memory / 4);
        this.targetOfContent = new Spill(scratch, memory / 4);
        this.sourceOfIdentity = new Spill(scratch, memory / 4);
        this.targetOfIdentity = new Spill(scratch, memory / 4);
    }

    void run() throws IOException, FailureException {
        nextSource = source.next();
        nextTarget = target.next();
        while (nextSource != null || nextTarget != null) {
            cancel.check();
            identity(smaller());
        }
    }

    private byte[] smaller() {
        if (nextSource == null || nextTarget == null) {
            return nextSource == null ? nextTarget : nextSource;
        }
        return Entry.compareAll(nextSource, nextTarget) <= 0 ? nextSource : nextTarget;
    }

    private byte[] takeSource() throws IOException {
        byte[] taken = nextSource;
        nextSource = source.next();
        return taken;
    }

    private byte[] takeTarget() throws IOException {
        byte[] taken = nextTarget;
        nextTarget = target.next();
        return taken;
    }

    /** All of one identity. */
    private void identity(byte[] first) throws IOException, FailureException {
        Predicate<byte[]> here = entry -> entry != null && Entry.compareIdentity(entry, first) == 0;
        while (here.test(nextSource) || here.test(nextTarget)) {
            content(smaller());
        }
        if (Entry.nature(first) == Entry.Nature.STRONG) {
            pair(sourceOfIdentity, targetOfIdentity, outcomes::onlySource, outcomes::onlyTarget);
        } else {
            each(sourceOfIdentity, outcomes::onlySource);
            each(targetOfIdentity, outcomes::onlyTarget);
        }
    }

    /** All of one identity and content. */
    private void content(byte[] first) throws IOException, FailureException {
        Predicate<byte[]> here = entry -> entry != null && Entry.compareContent(entry, first) == 0;
        while (here.test(nextSource) || here.test(nextTarget)) {
            cancel.check();
            int order =
                    !here.test(nextSource) ? 1 : !here.test(nextTarget) ? -1 : Entry.compareAll(nextSource, nextTarget);
            if (order == 0) {
                takeTarget();
                outcomes.same(takeSource());
            } else if (order < 0) {
                sourceOfContent.add(takeSource());
            } else {
                targetOfContent.add(takeTarget());
            }
        }
        pair(sourceOfContent, targetOfContent, sourceOfIdentity::add, targetOfIdentity::add);
    }

    /** What is done with an entry. */
    @FunctionalInterface
    private interface Act {
        void on(byte[] entry) throws IOException, FailureException;
    }

    /** Pairs as many as there are on both sides, in their order. */
    private void pair(Spill sources, Spill targets, Act restOfSource, Act restOfTarget)
            throws IOException, FailureException {
        if (sources.count() > 0 && targets.count() > 0) {
            try (Cursor left = sources.read();
                    Cursor right = targets.read()) {
                long pairs = Math.min(sources.count(), targets.count());
                for (long i = 0; i < pairs; i++) {
                    outcomes.paired(left.next(), right.next());
                }
                rest(left, restOfSource);
                rest(right, restOfTarget);
            }
            sources.clear();
            targets.clear();
        } else {
            each(sources, restOfSource);
            each(targets, restOfTarget);
        }
    }

    private static void each(Spill entries, Act act) throws IOException, FailureException {
        if (entries.count() > 0) {
            try (Cursor all = entries.read()) {
                rest(all, act);
            }
            entries.clear();
        }
    }

    private static void rest(Cursor entries, Act act) throws IOException, FailureException {
        for (byte[] entry = entries.next(); entry != null; entry = entries.next()) {
            act.on(entry);
        }
    }
}
