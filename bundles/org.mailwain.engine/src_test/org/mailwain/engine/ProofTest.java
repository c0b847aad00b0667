package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.Traits;
import org.mailwain.api.provider.Traits.Fidelity;
import org.mailwain.tck.memory.MemoryOptions;

/** What shows that the copies of a folder are what was sent. */
class ProofTest {
    private static final MemoryOptions ESTIMATING = MemoryOptions.IMAP.with(t -> new Traits(
            Fidelity.LOOSE,
            Fidelity.LOOSE,
            t.dedupes(),
            t.perAppend(),
            t.pipelining(),
            t.answersIds(),
            t.removes(),
            t.flagsAfterAppend(),
            t.changes(),
            t.ownKeys(),
            t.itemLimit(),
            t.names()));

    /** Tells a tenth more than it got, give or take a tenth, and half of what holds a word. */
    private static final class Estimating extends PassingWriter {
        private final Random random = new Random(7);

        Estimating(MailboxWriter real) {
            super(real);
        }

        @Override
        protected Outcome changed(AppendItem item, Outcome outcome) {
            long size = item.body().size();
            double factor = size % 1_000 == 777 ? 0.5 : 1.0 + 0.2 * random.nextDouble();
            return outcome instanceof Outcome.Stored stored
                    ? new Outcome.Stored(stored.id(), stored.position(), (long) (size * factor))
                    : outcome;
        }
    }

    private static void deliver(World world, FolderPath folder, int number, int size) {
        int head = World.mail(number, "").length;
        world.source.deliver(folder, World.mail(number, "x".repeat(size - head)));
    }

    /** Sizes of 20 to 70 kB, of which none but those to be cut end in 777. */
    private static World estimated(int items, Set<Integer> cut) {
        World world = new World(ESTIMATING);
        world.to.with("anna@example.org", context -> new Estimating(world.target.open(context)));
        for (int i = 1; i <= items; i++) {
            deliver(world, World.INBOX, i, 20_000 + i * 7_919 % 50_000 / 1_000 * 1_000 + (cut.contains(i) ? 777 : 111));
        }
        return world;
    }

    private static Set<CopyProof> proofs(World world, String pair) throws FailureException {
        return world.records().get(pair).proofs();
    }

    @Test
    void aCutMessageStandsOutAmongEstimatedSizesAndAnOrdinaryOneDoesNot() throws FailureException {
        try (World world = estimated(260, Set.of(5, 120, 199, 230))) {
            MailboxResult result = world.run();
            List<Long> odd = new ArrayList<>();
            world.notes(world.rows.getFirst())
                    .forEach(n -> odd.add(n.entry().id().number()));
            assertThat(odd).containsExactly(5L, 120L, 199L, 230L);
            assertThat(result.evidence().marks()).isEqualTo(Map.of(ItemMark.CHANGED_BY_TARGET, 4L));
            assertThat(proofs(world, "INBOX > INBOX")).containsExactly(CopyProof.SIZE_BAND);
        }
    }

    @Test
    void fewEstimatedSizesTellNothing() throws FailureException {
        try (World world = estimated(19, Set.of(5))) {
            assertThat(world.run().evidence().marks()).isEmpty();
            assertThat(proofs(world, "INBOX > INBOX")).containsExactly(CopyProof.PRESENCE);
            for (int i = 20; i < 60; i++) {
                deliver(world, World.INBOX, i, 20_111);
            }
            world.run();
            assertThat(proofs(world, "INBOX > INBOX"))
                    .as("each for some of the copies")
                    .containsExactlyInAnyOrder(CopyProof.PRESENCE, CopyProof.SIZE_BAND);
        }
    }

    @Test
    void saysPerFolderWhichProofWasPossible() throws FailureException {
        try (World world = FaultTest.sampled(MemoryOptions.IMAP)) {
            world.run();
            shown(world, CopyProof.SIZE);
        }
        try (World world = FaultTest.sampled(MemoryOptions.PLAIN)) {
            world.run();
            shown(world, CopyProof.WORD);
        }
    }

    private static void shown(World world, CopyProof by) throws FailureException {
        assertThat(world.records()).hasSizeGreaterThan(2);
        world.records().forEach((pair, record) -> {
            boolean copied = record.counts().of(ItemOutcome.COPIED) > 0;
            assertThat(record.proofs()).as(pair).isEqualTo(copied ? Set.of(by) : Set.of());
        });
    }
}
