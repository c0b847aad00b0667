package org.mailwain.foldermap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.foldermap.Trees.ANY;
import static org.mailwain.foldermap.Trees.MAPPER;
import static org.mailwain.foldermap.Trees.codes;
import static org.mailwain.foldermap.Trees.lines;
import static org.mailwain.foldermap.Trees.map;
import static org.mailwain.foldermap.Trees.rules;
import static org.mailwain.foldermap.Trees.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.folder.FolderMapping.Reason;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.folder.FolderRules.SpecialUseMapping;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;

class RulesTest {
    private static boolean matches(String folder, String filter) {
        return MAPPER.matches(tree(folder).getFirst(), filter);
    }

    @Test
    void movesByExactNameAndWhatIsBelowGoesAlong() {
        List<Folder> source = tree("INBOX", "Alt", "Alt/2019", "Alter");
        FolderRules rules = rules("Alt", "Archiv/Alt");
        assertThat(lines(source, tree("INBOX"), rules, ANY))
                .containsExactly(
                        "Alt -> Archiv/Alt", "Alt/2019 -> Archiv/Alt/2019", "Alter -> Alter", "INBOX -> INBOX");
        Map<String, FolderMapping> mappings = map(source, tree("INBOX"), rules, ANY);
        assertThat(mappings.get("Alt").reason()).isEqualTo(Reason.RULE);
        assertThat(codes(mappings.get("Alt/2019"))).containsExactly("foldermap.parent");
    }

    @Test
    void putsWhatWildcardsStoodForInTheirPlaces() {
        List<Folder> source = tree("Kunden/M\u00fcller/2019", "Kunden", "Listen/dev", "X-a-b");
        FolderRules rules = rules("Kunden/**", "Alt/**", "Listen/*", "Mailing (*)", "X-*-*", "*/X/*");
        assertThat(lines(source, List.of(), rules, ANY))
                .containsExactly(
                        "Kunden -> Alt",
                        "Kunden/M\u00fcller/2019 -> Alt/M\u00fcller/2019",
                        "Listen/dev -> Mailing (dev)",
                        "X-a-b -> a/X/b");
    }

    @Test
    void makesOneOfManyAndSaysSo() {
        Map<String, FolderMapping> mappings =
                map(tree("sent-2019", "sent-2020", "Sent"), tree("Sent|sent"), rules("sent-*", "#Sent#"), ANY);
        assertThat(mappings.values()).allSatisfy(mapping -> {
            assertThat(mapping.target()).contains(FolderPath.of("Sent"));
            assertThat(codes(mapping)).contains("foldermap.merged");
        });
    }

    @Test
    void takesEverythingBelowATokensFolderAlong() {
        List<Folder> source = tree("Archiv", "Archiv/2019/Q1", "Corbeille/x");
        FolderRules rules = rules("#Archive#/*", "Old/*", "#Trash#/*", "#Archive#/Trash/*");
        assertThat(lines(source, List.of(), rules, ANY))
                .containsExactly("Archiv -> Old", "Archiv/2019/Q1 -> Old/2019/Q1", "Corbeille/x -> Archive/Trash/x");
    }

    @Test
    void leavesOutAndLetsTheFirstRuleDecide() {
        List<Folder> source = tree("Lists", "Lists/dev", "Lists/old", "Papierkorb");
        FolderRules rules = rules("Lists/dev", "Dev", "Lists/**", null, "#Trash#", null);
        assertThat(lines(source, List.of(), rules, ANY))
                .containsExactly("Lists -> -", "Lists/dev -> Dev", "Lists/old -> -", "Papierkorb -> -");
        assertThat(map(source, List.of(), rules, ANY).get("Lists").reason()).isEqualTo(Reason.LEFT_OUT);
    }

    @Test
    void keepsWhatIsBelowAFolderThatIsLeftOutAlone() {
        assertThat(lines(tree("Lists", "Lists/dev"), List.of(), rules("Lists", null), ANY))
                .containsExactly("Lists -> -", "Lists/dev -> Lists/dev");
    }

    @Test
    void putsEverythingUnderARoot() {
        FolderRules rules =
                new FolderRules(SpecialUseMapping.NAMES, Optional.of(FolderPath.of("Old mail")), List.of(), true, true);
        assertThat(lines(tree("INBOX", "Sent|sent", "a/b"), tree("INBOX", "Sent Items|sent"), rules, ANY))
                .containsExactly("INBOX -> Old mail/INBOX", "Sent -> Old mail/Sent", "a/b -> Old mail/a/b");
    }

    @Test
    void refusesARuleThatAsksForMoreThanItMatched() {
        FolderMapping mapping =
                map(tree("a/b"), List.of(), rules("a/b", "c/*"), ANY).get("a/b");
        assertThat(mapping.target()).isEmpty();
        assertThat(mapping.conflict().orElseThrow().is(FolderMapFailure.WILDCARDS))
                .isTrue();
    }

    @Test
    void filtersByNamesPatternsAndTokensInAnyLanguage() {
        assertThat(matches("INBOX", "#Inbox#/*")).isTrue();
        assertThat(matches("INBOX/a/b", "#inbox#/*")).isTrue();
        assertThat(matches("Inbox", "inbox")).isTrue();
        assertThat(matches("INBOX/a", "#Inbox#")).isFalse();
        assertThat(matches("Elementy wys\u0142ane", "#SentItems#")).isTrue();
        assertThat(matches("Corbeille/2019", "#DeletedItems#/*")).isTrue();
        assertThat(matches("Corbeille/2019", "#Trash#")).isFalse();
        assertThat(matches("Outgoing|sent", "#Sent#")).isTrue();
        assertThat(matches("Sent|trash", "#Sent#")).isFalse();
        assertThat(matches("Projects/Sent", "#Sent#")).isFalse();
        assertThat(matches("Projects/a", "Projects/*")).isTrue();
        assertThat(matches("Projects/a/b", "/Projects/*")).isFalse();
        assertThat(matches("Projects/a/b", "projects/**")).isTrue();
        assertThat(matches("x/y/Old 2019", "**/Old*")).isTrue();
        assertThat(matches("star*", "star\\*")).isTrue();
        assertThat(matches("stars", "star\\*")).isFalse();
        assertThat(matches("a\\/b", "a\\/b")).isTrue();
        assertThat(matches("a\\/b", "a/b")).isFalse();
        assertThat(matches("#Inbox#", "\\#Inbox#")).isTrue();
        assertThat(matches("Cafe\u0301", "caf\u00c9")).isTrue();
    }
}
