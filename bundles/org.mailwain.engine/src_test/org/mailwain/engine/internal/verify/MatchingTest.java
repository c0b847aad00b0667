package org.mailwain.engine.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.progress.Cancel;

/** Random folders, compared in little and in much memory, against what counting says. */
class MatchingTest {
    @TempDir
    private Path folder;

    private record Identity(int lane, Fingerprint fingerprint, Entry.Nature nature) {
        static Identity of(Entry e) {
            return new Identity(e.lane(), e.fingerprint(), e.nature());
        }
    }

    private record Whole(Identity identity, long size, String flags, long received) {
        static Whole of(Entry e) {
            return new Whole(Identity.of(e), e.size(), e.flags(), e.received());
        }
    }

    private record WithSize(Identity identity, long size) {
        static WithSize of(Entry e) {
            return new WithSize(Identity.of(e), e.size());
        }
    }

    private static List<Entry> entries(Random random, int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int identity = random.nextInt(7);
            entries.add(new Entry(
                    random.nextInt(3),
                    new Fingerprint(identity * 0x4000_0000_0000_0001L, identity),
                    identity % 2 == 0 ? Entry.Nature.STRONG : Entry.Nature.WEAK,
                    random.nextInt(4) - 1L,
                    new byte[random.nextInt(10) == 0 ? 32 : 0],
                    random.nextInt(3),
                    random.nextBoolean() ? "\\Seen" : "",
                    new byte[0],
                    random.nextInt(2),
                    5,
                    ItemId.ofNumber(i)));
        }
        return entries;
    }

    private static final class Heard implements Matching.Outcomes {
        private final List<Entry> same = new ArrayList<>();
        private final List<Entry> pairedSource = new ArrayList<>();
        private final List<Entry> pairedTarget = new ArrayList<>();
        private final List<Entry> onlySource = new ArrayList<>();
        private final List<Entry> onlyTarget = new ArrayList<>();

        @Override
        public void same(byte[] source) {
            same.add(Entry.of(source));
        }

        @Override
        public void paired(byte[] source, byte[] target) {
            pairedSource.add(Entry.of(source));
            pairedTarget.add(Entry.of(target));
        }

        @Override
        public void onlySource(byte[] source) {
            onlySource.add(Entry.of(source));
        }

        @Override
        public void onlyTarget(byte[] target) {
            onlyTarget.add(Entry.of(target));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 40_000_000})
    void pairsAsManyAsThereAre(int memory) throws IOException, FailureException {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            List<Entry> source = plain(entries(random, random.nextInt(300)));
            List<Entry> target = plain(entries(random, random.nextInt(300)));
            Heard heard = match(source, target, memory);

            assertThat(heard.same).hasSize((int) common(source, target, Whole::of));
            List<Entry> toldSource = new ArrayList<>(heard.same);
            toldSource.addAll(heard.pairedSource);
            toldSource.addAll(heard.onlySource);
            assertThat(toldSource).extracting(Entry::id).containsExactlyInAnyOrderElementsOf(ids(source));
            long paired = common(strong(source), strong(target), Identity::of)
                    + common(weak(source), weak(target), WithSize::of);
            assertThat(heard.same.size() + heard.pairedSource.size()).isEqualTo((int) paired);
            assertThat(heard.onlyTarget).hasSize(target.size() - (int) paired);
            for (int i = 0; i < heard.pairedSource.size(); i++) {
                assertThat(Identity.of(heard.pairedSource.get(i))).isEqualTo(Identity.of(heard.pairedTarget.get(i)));
            }
        }
    }

    private static List<Entry> plain(List<Entry> entries) {
        return entries.stream()
                .map(e -> new Entry(
                        e.lane(),
                        e.fingerprint(),
                        e.nature(),
                        e.size(),
                        new byte[0],
                        e.received(),
                        e.flags(),
                        e.form(),
                        e.place(),
                        e.shown(),
                        e.id()))
                .toList();
    }

    private Heard match(List<Entry> source, List<Entry> target, int memory) throws IOException, FailureException {
        Heard heard = new Heard();
        try (Scratch scratch = new Scratch(folder)) {
            SortedEntries had = new SortedEntries(scratch, memory);
            SortedEntries has = new SortedEntries(scratch, memory);
            for (Entry entry : source) {
                had.add(entry.bytes());
            }
            for (Entry entry : target) {
                has.add(entry.bytes());
            }
            try (Cursor left = had.read();
                    Cursor right = has.read()) {
                new Matching(left, right, scratch, memory, heard, Cancel.NEVER).run();
            }
            assertThat(scratch.files() > 0).isEqualTo(memory < 1000 && source.size() + target.size() > 20);
        }
        assertThat(folder).isEmptyDirectory();
        return heard;
    }

    private static List<ItemId> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    private static List<Entry> strong(List<Entry> entries) {
        return entries.stream().filter(e -> e.nature() == Entry.Nature.STRONG).toList();
    }

    private static List<Entry> weak(List<Entry> entries) {
        return entries.stream().filter(e -> e.nature() == Entry.Nature.WEAK).toList();
    }

    private static <K> long common(List<Entry> source, List<Entry> target, Function<Entry, K> key) {
        Map<K, Long> there = target.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
        return source.stream().collect(Collectors.groupingBy(key, Collectors.counting())).entrySet().stream()
                .mapToLong(e -> Math.min(e.getValue(), there.getOrDefault(e.getKey(), 0L)))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void entriesComeBackAsTheyWere(int seed) {
        for (Entry entry : entries(new Random(seed), 50)) {
            Entry back = Entry.of(entry.bytes());

            assertThat(back).usingRecursiveComparison().isEqualTo(entry);
        }
    }
}
