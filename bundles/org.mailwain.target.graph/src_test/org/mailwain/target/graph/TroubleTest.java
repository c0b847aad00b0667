package org.mailwain.target.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.engine.MailboxResult;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.simulator.graph.Faults;
import org.mailwain.simulator.graph.Limits;
import org.mailwain.simulator.graph.SimulatorOptions;

/**
 * A mailbox on its way while lines are cut, the service fails, and the process dies: nothing is lost or doubled. At some
 * requests; with {@code -Dmailwain.graph.every-request=true} at each, and at each durable step of the ledger.
 */
class TroubleTest {
    private static final boolean ALL = Boolean.getBoolean("mailwain.graph.every-request");
    private static final int SOME = 4;
    private static final int MESSAGES = 12;

    enum Way {
        JSON(Strategy.JSON, true),
        MIME(Strategy.MIME, true),
        MIME_MOVED(Strategy.MIME, false),
        IMPORT_MIME(Strategy.IMPORT_MIME, true),
        /** A tenant that does not show header lines as properties: our key is not found again. */
        MIME_WITHOUT_KEYS(Strategy.MIME, true, false),
        IMPORT_MIME_WITHOUT_KEYS(Strategy.IMPORT_MIME, true, false);

        private final Strategy strategy;
        private final boolean intoFolder;
        private final boolean keys;

        Way(Strategy strategy, boolean intoFolder) {
            this(strategy, intoFolder, true);
        }

        Way(Strategy strategy, boolean intoFolder, boolean keys) {
            this.strategy = strategy;
            this.intoFolder = intoFolder;
            this.keys = keys;
        }

        Migration migration() {
            SimulatorOptions options =
                    SimulatorOptions.DEFAULT.limitedTo(Limits.NONE).mime(true, keys, 409);
            return new Migration(new GraphFixture(strategy, intoFolder, options)).fill(MESSAGES);
        }
    }

    /** What happens at a request. */
    enum Trouble {
        CUT(new Faults.Effect.Cut()),
        CUT_AFTER(new Faults.Effect.CutAfter()),
        FAILS(new Faults.Effect.Fail(503, "ErrorServerBusy", -1, true)),
        FAILS_AFTER(new Faults.Effect.FailAfter(504)),
        DEATH(new Faults.Effect.Cut()),
        DEATH_AFTER(new Faults.Effect.CutAfter());

        private final Faults.Effect effect;

        Trouble(Faults.Effect effect) {
            this.effect = effect;
        }

        boolean isDeath() {
            return this == DEATH || this == DEATH_AFTER;
        }
    }

    /** What an undisturbed run makes of the mailbox, and what it takes for it. */
    private record Calm(Map<String, List<String>> subjects, long keptLess, long requests, long steps) {}

    private static Calm calm(Way way) throws FailureException {
        try (Migration migration = way.migration()) {
            Steps steps = Steps.endless();
            MailboxResult result = migration.run(steps, new CancelSource());
            return new Calm(
                    migration.subjects(),
                    result.evidence().of(ItemMark.KEPT_LESS),
                    migration.tenant.simulator().faults().arrived(),
                    steps.count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoubledWhateverHappensAtARequest(Way way) throws FailureException {
        Calm calm = calm(way);
        Trouble[] troubles = Trouble.values();
        for (int i = 0; i < (ALL ? calm.requests() * troubles.length : SOME); i++) {
            // some: over the whole run, and other kinds each way
            Trouble trouble = troubles[(ALL ? i : i + SOME * way.ordinal()) % troubles.length];
            long at = ALL ? 1 + i / troubles.length : 1 + (calm.requests() - 1) * (i + 1) / SOME;
            try (Migration migration = way.migration()) {
                disturbed(migration, trouble, at);
                endsAsUndisturbed(migration, calm, way + ": " + trouble + " at request " + at);
            }
        }
    }

    private static void disturbed(Migration migration, Trouble trouble, long at) throws FailureException {
        CancelSource end = new CancelSource();
        Steps steps = new Steps(0, false, end::request);
        Faults faults = migration.tenant.simulator().faults();
        Predicate<Faults.Arrived> here = request -> request.number() == at;
        faults.next(
                1,
                request -> {
                    if (here.test(request) && trouble.isDeath()) {
                        steps.die();
                    }
                    return here.test(request);
                },
                trouble.effect);
        // what is dead asks for nothing more
        faults.always(request -> steps.isDead(), new Faults.Effect.Cut());
        migration.run(steps, end);
    }

    private static void endsAsUndisturbed(Migration migration, Calm calm, String when) throws FailureException {
        migration.tenant.simulator().faults().clear();
        MailboxResult result = migration.run();
        assertThat(result.failure()).as(when).isNull();
        assertThat(migration.subjects()).as(when).isEqualTo(calm.subjects());
        assertThat(result.evidence().of(ItemMark.KEPT_LESS))
                .as(when + ", of which less was kept")
                .isEqualTo(calm.keptLess());
        assertThat(migration.run().copied()).as(when).isZero();
        assertThat(migration.subjects()).as(when).isEqualTo(calm.subjects());
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoubledWhereverTheProcessDies(Way way) throws FailureException {
        Calm calm = calm(way);
        long stride = ALL ? 1 : Math.max(1, calm.steps() / 2);
        for (long step = 2; step <= calm.steps(); step += stride) {
            for (boolean after : ALL ? new boolean[] {false, true} : new boolean[] {step % 2 == 0}) {
                try (Migration migration = way.migration()) {
                    CancelSource end = new CancelSource();
                    Steps steps = new Steps(step, after, end::request);
                    migration.tenant.simulator().faults().always(request -> steps.isDead(), new Faults.Effect.Cut());
                    migration.run(steps, end);
                    endsAsUndisturbed(migration, calm, way + ": death at step " + step + (after ? ", done" : ""));
                }
            }
        }
    }
}
