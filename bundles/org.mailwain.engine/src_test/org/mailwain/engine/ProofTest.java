package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.Traits;
import org.mailwain.api.provider.Traits.Fidelity;
import org.mailwain.tck.memory.Content;
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

    /** Tells of each copy what it holds, once it was tampered with: every tenth has another subject, flags or date. */
    private static final class Telling extends PassingWriter {
        private final boolean headers;

        Telling(MailboxWriter real, boolean headers) {
            super(real);
            this.headers = headers;
        }

        @Override
        protected Outcome changed(AppendItem item, Outcome outcome) {
            String text = text(item);
            boolean subject = headers && text.contains("Message 10\r");
            boolean flags = text.contains("Message 20\r");
            boolean date = text.contains("Message 30\r");
            byte[] header = text.replace("Subject: ", subject ? "Subject: Re: " : "Subject: ")
                    .getBytes(StandardCharsets.ISO_8859_1);
            return outcome instanceof Outcome.Stored stored
                    ? new Outcome.Stored(
                            stored.id(),
                            stored.position(),
                            new Outcome.Seen(
                                    item.body().size(),
                                    flags ? Flags.NONE : item.flags(),
                                    date ? item.received().minusSeconds(3_600) : item.received(),
                                    headers ? HeaderIdentity.of(header, header.length) : null),
                            null)
                    : outcome;
        }

        private static String text(AppendItem item) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                item.body().writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toString(StandardCharsets.ISO_8859_1);
        }

        @Override
        public void fetch(Feed<FetchRequest> requests, FetchSink sink) {
            throw new AssertionError("what was told is read again");
        }
    }

    /** Numbers of the items that carry a note, with its code. */
    private static Map<Long, String> told(MemoryOptions options, boolean headers) throws FailureException {
        try (World world = new World(options)) {
            world.to.with("anna@example.org", context -> new Telling(world.target.open(context), headers));
            for (int i = 1; i <= 40; i++) {
                Flags flags = Flags.of(SystemFlag.FLAGGED);
                world.source.deliver(
                        World.INBOX, Content.of(World.mail(i, "x")), flags, Instant.parse("2024-05-06T07:08:09Z"));
            }
            world.run();
            assertThat(proofs(world, "INBOX > INBOX")).contains(headers ? CopyProof.HEADER : CopyProof.SIZE);
            Map<Long, String> codes = new TreeMap<>();
            world.notes(world.rows.getFirst())
                    .forEach(n -> codes.put(
                            n.entry().id().number(), n.note().failure().code()));
            return codes;
        }
    }

    @Test
    void comparesFlagsAndDateOfEachCopyThatTheTargetTells() throws FailureException {
        assertThat(told(MemoryOptions.IMAP, false))
                .isEqualTo(Map.of(20L, EngineFailure.FLAGS_LESS.code(), 30L, EngineFailure.DATE_CHANGED.code()));
    }

    @Test
    void comparesTheHeaderOfEachCopyWhereSizesAreEstimated() throws FailureException {
        assertThat(told(ESTIMATING, true))
                .isEqualTo(Map.of(
                        10L, EngineFailure.HEADER_CHANGED.code(),
                        20L, EngineFailure.FLAGS_LESS.code(),
                        30L, EngineFailure.DATE_CHANGED.code()));
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
