package org.mailwain.foldermap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.foldermap.Trees.ANY;
import static org.mailwain.foldermap.Trees.EXCHANGE;
import static org.mailwain.foldermap.Trees.codes;
import static org.mailwain.foldermap.Trees.lines;
import static org.mailwain.foldermap.Trees.map;
import static org.mailwain.foldermap.Trees.tree;
import static org.mailwain.foldermap.Trees.treeOf;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.folder.FolderMapping.Reason;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.folder.FolderRules.SpecialUseMapping;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.NameRules;

class NamesTest {
    private static final List<List<String>> ODD = List.of(
            List.of("INBOX"),
            List.of("INBOX", "child of inbox"),
            List.of("Inbox2"),
            List.of("a/b slash inside"),
            List.of("a_b slash inside"),
            List.of("/leading slash"),
            List.of("~tilde"),
            List.of("tab\there"),
            List.of(" leading"),
            List.of("trailing "),
            List.of("two  spaces"),
            List.of("Case"),
            List.of("case"),
            List.of("CASE", "child"),
            List.of("Files"),
            List.of("files_"),
            List.of("Caf\u00e9"),
            List.of("Cafe\u0301"),
            List.of(" inbox"),
            List.of("one", "two", "three", "four", "five"),
            List.of("one", "two", "three - four"),
            List.of("one", "two", "three"),
            List.of("\ud83d\ude00".repeat(12)),
            List.of("x".repeat(30)),
            List.of("x".repeat(30) + "y"),
            List.of("star*star"),
            List.of("Ghost", "Child"),
            List.of("*"),
            List.of("  "));

    private static final NameRules DOVECOT = new NameRules("/", -1, -1, false, false, Set.of(), Set.of("~"));

    @Test
    void severalBlanksBecomeOneWhereTheTargetMakesThemSo() {
        NameRules gmail = new NameRules("/^", -1, -1, true, true, true, Set.of(), Set.of());
        Map<String, FolderMapping> mappings =
                map(tree("a  b", " a \u00a0\u2003 b", "plain b"), List.of(), FolderRules.DEFAULT, gmail);
        assertThat(codes(mappings.get("a  b"))).contains("foldermap.renamed.squeezed");
        assertThat(mappings.values()).extracting(m -> m.target().orElseThrow()).contains(FolderPath.of("a b"));
        assertThat(codes(mappings.get("plain b"))).isEmpty();
        assertThat(mappings.values().stream().map(m -> m.target().orElseThrow().caseless()))
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.matches(".*\\h\\h.*"));
        assertThat(map(tree("a  b"), List.of(), FolderRules.DEFAULT, ANY)
                        .get("a  b")
                        .target())
                .contains(FolderPath.of("a  b"));
    }

    @Test
    void changesNoMoreThanTheTargetRefuses() {
        Map<String, FolderMapping> mappings = map(treeOf(ODD), List.of(), FolderRules.DEFAULT, DOVECOT);
        assertThat(mappings.values().stream()
                        .filter(mapping -> mapping.reason() == Reason.RENAMED)
                        .map(mapping -> mapping.source().path() + " -> "
                                + mapping.target().orElseThrow()))
                .containsExactlyInAnyOrder(
                        "a\\/b slash inside -> a_b slash inside (2)",
                        "\\/leading slash -> _leading slash",
                        "~tilde -> _tilde",
                        "tab\there -> tab_here");
        assertThat(mappings.values())
                .filteredOn(mapping -> mapping.reason() != Reason.RENAMED)
                .allSatisfy(mapping ->
                        assertThat(mapping.target()).contains(mapping.source().path()));
    }

    @Test
    void saysWhyANameHadToChange() {
        Map<String, FolderMapping> mappings = map(treeOf(ODD), List.of(), FolderRules.DEFAULT, EXCHANGE);
        assertThat(codes(mappings.get("~tilde"))).containsExactly("foldermap.renamed.start");
        assertThat(codes(mappings.get("trailing "))).containsExactly("foldermap.renamed.blanks");
        assertThat(codes(mappings.get("Files")))
                .containsExactly("foldermap.renamed.reserved", "foldermap.renamed.taken");
        assertThat(codes(mappings.get("x".repeat(30)))).containsExactly("foldermap.renamed.length");
        assertThat(codes(mappings.get("case"))).containsExactly("foldermap.renamed.taken");
        assertThat(mappings.get("one/two/three/four/five").target())
                .contains(FolderPath.of("one", "two", "three - four - five"));
        assertThat(codes(mappings.get("one/two/three/four/five"))).containsExactly("foldermap.renamed.depth");
        assertThat(mappings.get(" inbox").target()).contains(FolderPath.of("inbox (2)"));
        assertThat(mappings.get("  ").target()).contains(FolderPath.of("_"));
    }

    @Test
    void keepsFoldersApartThatTheTargetWouldTakeForOne() {
        List<FolderMapping> mappings = List.copyOf(
                map(treeOf(ODD), List.of(), FolderRules.DEFAULT, EXCHANGE).values());
        assertThat(mappings)
                .extracting(mapping -> mapping.target().orElseThrow().caseless())
                .doesNotHaveDuplicates();
        assertThat(mappings)
                .allSatisfy(mapping -> mapping.target()
                        .orElseThrow()
                        .names()
                        .forEach(name -> assertThat(name.length()).isLessThanOrEqualTo(20)));
        assertThat(mappings)
                .allSatisfy(mapping ->
                        assertThat(mapping.target().orElseThrow().depth()).isLessThanOrEqualTo(3));
    }

    @Test
    void givesEqualAnswersWhateverTheOrder() {
        List<String> expected = lines(treeOf(ODD), List.of(), FolderRules.DEFAULT, EXCHANGE);
        for (int seed = 0; seed < 20; seed++) {
            List<List<String>> shuffled = new ArrayList<>(ODD);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(lines(treeOf(shuffled), List.of(), FolderRules.DEFAULT, EXCHANGE))
                    .isEqualTo(expected);
        }
    }

    /** What a pass has made on the target, whole or in part, must not lead the next pass elsewhere. */
    @Test
    void givesEqualAnswersAfterAPassAndInTheMiddleOfOne() {
        List<Folder> source = new ArrayList<>(treeOf(ODD));
        source.addAll(tree("Drafts|drafts", "Entw\u00fcrfe", "Sent", "Gesendet", "Archiv/2019", "Spam"));
        for (NameRules names : List.of(ANY, DOVECOT, EXCHANGE)) {
            List<String> expected = lines(source, tree("INBOX"), FolderRules.DEFAULT, names);
            List<FolderPath> made = Trees.MAPPER.map(source, tree("INBOX"), FolderRules.DEFAULT, names).stream()
                    .map(mapping -> mapping.target().orElseThrow())
                    .toList();
            for (int seed = 0; seed < 50; seed++) {
                int chance = 50 - seed;
                Random random = new Random(seed);
                List<Folder> target = made.stream()
                        .filter(path -> path.isInbox() || random.nextInt(50) < chance)
                        .map(path -> new Folder(path, Set.of(), true, true, null))
                        .toList();
                assertThat(lines(source, target, FolderRules.DEFAULT, names)).isEqualTo(expected);
            }
        }
    }

    @Test
    void failsWhereNamesMayNotChange() {
        FolderRules rules = new FolderRules(SpecialUseMapping.NAMES, Optional.empty(), List.of(), true, false);
        Map<String, FolderMapping> mappings = map(tree("~a", "~a/b", "c"), List.of(), rules, DOVECOT);
        assertThat(mappings.get("~a").target()).isEmpty();
        assertThat(mappings.get("~a").conflict().orElseThrow().is(FolderMapFailure.NAME_REFUSED))
                .isTrue();
        assertThat(mappings.get("~a/b").conflict()).isPresent();
        assertThat(mappings.get("c").conflict()).isEmpty();
    }

    @Test
    void takesTheTargetsSpellingOfANameThatItHas() {
        assertThat(lines(
                        tree("projects/x", "Cafe\u0301"), tree("Projects", "Caf\u00e9"), FolderRules.DEFAULT, EXCHANGE))
                .containsExactly("Cafe\u0301 -> Caf\u00e9", "projects/x -> Projects/x");
        assertThat(lines(tree("projects"), tree("Projects"), FolderRules.DEFAULT, ANY))
                .containsExactly("projects -> projects");
        assertThat(lines(tree("Foo", "foo"), tree("foo"), FolderRules.DEFAULT, EXCHANGE))
                .containsExactly("Foo -> Foo (2)", "foo -> foo");
    }

    @Test
    void tellsOfNamesThatLookTheSame() {
        Map<String, FolderMapping> mappings = map(tree("Caf\u00e9", "Cafe\u0301"), List.of(), FolderRules.DEFAULT, ANY);
        assertThat(mappings.values()).allSatisfy(mapping -> {
            assertThat(mapping.target()).contains(mapping.source().path());
            assertThat(codes(mapping)).containsExactly("foldermap.alike");
        });
    }

    @Test
    void isQuickOnLargeTrees() {
        List<List<String>> paths = IntStream.range(0, 20_000)
                .mapToObj(i -> List.of("Kunde " + i % 200, "Projekt " + i / 200))
                .toList();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long before = clock.getCurrentThreadCpuTime();
        assertThat(map(treeOf(paths), List.of(), FolderRules.DEFAULT, EXCHANGE)).hasSize(20_000);
        assertThat((clock.getCurrentThreadCpuTime() - before) / 1_000_000)
                .as("milliseconds of work, which a quadratic way would take minutes for")
                .isLessThan(20_000);
    }
}
