package org.mailwain.foldermap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.foldermap.Trees.ANY;
import static org.mailwain.foldermap.Trees.codes;
import static org.mailwain.foldermap.Trees.lines;
import static org.mailwain.foldermap.Trees.map;
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
import org.mailwain.api.mail.SpecialUse;

class SpecialUseTest {
    private static FolderRules mode(SpecialUseMapping mode) {
        return new FolderRules(mode, Optional.empty(), List.of(), true, true);
    }

    @Test
    void keepsEveryFolderWhereNothingSpeaksAgainstIt() {
        List<Folder> source = tree("INBOX", "Sent", "Archive/2019", "Entw\u00fcrfe", "a/b/c", "INBOX/child");
        assertThat(map(source, tree("INBOX"), FolderRules.DEFAULT, ANY).values())
                .allSatisfy(mapping -> {
                    assertThat(mapping.target()).contains(mapping.source().path());
                    assertThat(mapping.reason()).isEqualTo(Reason.SAME_NAME);
                    assertThat(mapping.conflict()).isEmpty();
                });
    }

    @Test
    void goesByTheWordOfBothServersFirst() {
        List<Folder> source = tree("INBOX", "Outgoing|sent", "Sent", "Muell|trash");
        List<Folder> target = tree("INBOX", "Sent Items|sent", "Deleted Items|trash");
        Map<String, FolderMapping> mappings = map(source, target, FolderRules.DEFAULT, ANY);
        assertThat(mappings.get("Outgoing").target()).contains(FolderPath.of("Sent Items"));
        assertThat(mappings.get("Outgoing").reason()).isEqualTo(Reason.SPECIAL_USE);
        assertThat(codes(mappings.get("Outgoing"))).containsExactly("foldermap.use.server");
        assertThat(mappings.get("Muell").target()).contains(FolderPath.of("Deleted Items"));
        assertThat(mappings.get("Sent").target()).contains(FolderPath.of("Sent"));
        assertThat(codes(mappings.get("Sent"))).containsExactly("foldermap.use.taken");
    }

    @Test
    void goesByNamesWhereTheSourceSaysNothing() {
        List<Folder> source = tree("INBOX", "Gesendete Objekte", "\u3054\u307f\u7bb1", "Archiv/2019", "Projekte/Spam");
        List<Folder> target = tree("INBOX", "Sent|sent", "Trash|trash", "Archive|archive", "Junk|junk");
        Map<String, FolderMapping> mappings = map(source, target, FolderRules.DEFAULT, ANY);
        assertThat(lines(source, target, FolderRules.DEFAULT, ANY))
                .containsExactlyInAnyOrder(
                        "INBOX -> INBOX",
                        "Gesendete Objekte -> Sent",
                        "\u3054\u307f\u7bb1 -> Trash",
                        "Archiv/2019 -> Archive/2019",
                        "Projekte/Spam -> Projekte/Spam");
        assertThat(mappings.get("Gesendete Objekte").reason()).isEqualTo(Reason.KNOWN_NAME);
        assertThat(mappings.get("Gesendete Objekte").notes().getFirst().arguments())
                .hasToString("[Text[value=#Sent#], Text[value=de]]");
        assertThat(codes(mappings.get("Archiv/2019"))).containsExactly("foldermap.parent");
    }

    @Test
    void neverMakesOneOfTwoFoldersBecauseOfTheirNames() {
        List<Folder> source = tree("INBOX", "Drafts", "Entw\u00fcrfe", "Brouillons", "Kladder");
        assertThat(lines(source, tree("INBOX", "Concepts|drafts"), FolderRules.DEFAULT, ANY))
                .containsExactly(
                        "Brouillons -> Brouillons",
                        "Drafts -> Concepts",
                        "Entw\u00fcrfe -> Entw\u00fcrfe",
                        "INBOX -> INBOX",
                        "Kladder -> Kladder");
        assertThat(lines(source, tree("INBOX", "Kladder|drafts"), FolderRules.DEFAULT, ANY))
                .contains("Drafts -> Drafts", "Kladder -> Kladder");
    }

    @Test
    void saysWhereFoldersMeetThatTheTargetHasAsOne() {
        List<Folder> source = tree("INBOX", "Sent|sent", "Sent Items");
        Map<String, FolderMapping> mappings = map(source, tree("INBOX", "Sent Items|sent"), FolderRules.DEFAULT, ANY);
        assertThat(mappings.values())
                .extracting(FolderMapping::target)
                .contains(Optional.of(FolderPath.of("Sent Items")), Optional.of(FolderPath.of("Sent Items")));
        assertThat(codes(mappings.get("Sent"))).contains("foldermap.merged");
        assertThat(codes(mappings.get("Sent Items"))).contains("foldermap.merged");
    }

    @Test
    void asksForTheUseOfAFolderThatHasToBeMade() {
        Map<String, FolderMapping> mappings =
                map(tree("INBOX", "Gesendet", "Alles|all", "Archiv|archive"), tree("INBOX"), FolderRules.DEFAULT, ANY);
        assertThat(mappings.get("Gesendet").use()).contains(SpecialUse.SENT);
        assertThat(mappings.get("Archiv").use()).contains(SpecialUse.ARCHIVE);
        assertThat(mappings.get("Alles").use()).isEmpty();
        assertThat(mappings.get("INBOX").use()).isEmpty();
    }

    @Test
    void findsTheTargetsFolderByNameWhereItsServerSaysNothing() {
        List<Folder> source = tree("INBOX", "Gesendete Elemente");
        Map<String, FolderMapping> mappings = map(source, tree("INBOX", "Sent"), FolderRules.DEFAULT, ANY);
        assertThat(mappings.get("Gesendete Elemente").target()).contains(FolderPath.of("Sent"));
        assertThat(codes(mappings.get("Gesendete Elemente")))
                .containsExactly("foldermap.use.name", "foldermap.use.target");
        assertThat(lines(tree("INBOX", "Sent", "Gesendet"), tree("INBOX", "Gesendet"), FolderRules.DEFAULT, ANY))
                .contains("Sent -> Sent", "Gesendet -> Gesendet");
        assertThat(lines(source, tree("INBOX", "Sent", "Trash|trash"), FolderRules.DEFAULT, ANY))
                .contains("Gesendete Elemente -> Gesendete Elemente");
    }

    @Test
    void looksBelowTheInboxOnlyWhereNothingStandsBesideIt() {
        List<Folder> target = tree("INBOX", "Sent|sent");
        assertThat(lines(tree("INBOX", "INBOX/Sent", "INBOX/Work"), target, FolderRules.DEFAULT, ANY))
                .contains("INBOX/Sent -> Sent", "INBOX/Work -> INBOX/Work");
        assertThat(lines(tree("INBOX", "INBOX/Sent", "Work"), target, FolderRules.DEFAULT, ANY))
                .contains("INBOX/Sent -> INBOX/Sent");
    }

    @Test
    void knowsGmailsFolders() {
        List<Folder> source =
                tree("INBOX", "[Gmail]", "[Gmail]/Sent Mail", "[Gmail]/Papierkorb|trash", "[Gmail]/All Mail|all");
        List<Folder> target = tree("INBOX", "Sent Items|sent", "Deleted Items|trash");
        assertThat(lines(source, target, FolderRules.DEFAULT, ANY))
                .contains(
                        "[Gmail]/Sent Mail -> Sent Items",
                        "[Gmail]/Papierkorb -> Deleted Items",
                        "[Gmail]/All Mail -> [Gmail]/All Mail");
    }

    @Test
    void obeysTheModeOfTheMap() {
        List<Folder> source = tree("INBOX", "Gesendet", "Muell|trash");
        List<Folder> target = tree("INBOX", "Sent|sent", "Trash|trash");
        assertThat(lines(source, target, mode(SpecialUseMapping.NAMES), ANY))
                .containsExactly("Gesendet -> Sent", "INBOX -> INBOX", "Muell -> Trash");
        assertThat(lines(source, target, mode(SpecialUseMapping.SERVER), ANY))
                .containsExactly("Gesendet -> Gesendet", "INBOX -> INBOX", "Muell -> Trash");
        assertThat(lines(source, target, mode(SpecialUseMapping.OFF), ANY))
                .containsExactly("Gesendet -> Gesendet", "INBOX -> INBOX", "Muell -> Muell");
    }
}
