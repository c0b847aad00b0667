package org.mailwain.presenters.foldermaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.NameRules;
import org.mailwain.foldermap.PlainFolderMapper;
import org.mailwain.operations.FolderTreesOperation.Planned;
import org.mailwain.operations.FolderTreesOperation.Trees;
import org.mailwain.presenters.editing.YamlEditing;
import org.mailwain.project.Catalog;
import org.mailwain.project.Project;

class MapPictureTest {
    @TempDir
    private Path project;

    private static Folder folder(String path, long count, SpecialUse... uses) {
        FolderStatus status = new FolderStatus(new Epoch("1"), 1, count, -1, new FolderState(""));
        return new Folder(FolderPath.parse(path), Set.of(uses), true, true, status);
    }

    private static Trees trees() {
        return new Trees(
                "anna",
                List.of(
                        folder("INBOX", 10, SpecialUse.INBOX),
                        folder("Gesendet", 5, SpecialUse.SENT),
                        folder("Projects", 3),
                        folder("Projects/2024", 2)),
                List.of(folder("INBOX", 1, SpecialUse.INBOX), folder("Sent Items", 0, SpecialUse.SENT)),
                NameRules.delimitedBy("/"));
    }

    private MapPicture picture(YamlEditing editing) throws Exception {
        Files.writeString(project.resolve("m.foldermap.yaml"), editing.text());
        FolderRules rules = Project.open(project, new Catalog(Map.of(), Map.of(), Map.of(), List.of()))
                .folderMaps()
                .get("m")
                .rules()
                .orElseThrow();
        return MapPicture.of(trees(), Map.of(), rules, PlainFolderMapper.builtIn());
    }

    private static YamlEditing editing(String text) {
        return new YamlEditing("m.foldermap.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static MapPicture.TargetFolder target(MapPicture picture, String path) {
        return picture.target().stream()
                .filter(f -> f.path().toString().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothTreesStandSideBySideWithWhatWouldCome() throws Exception {
        MapPicture picture = picture(editing("specialUse: names\n"));
        assertThat(picture.link(FolderPath.of("Gesendet")).orElseThrow().target())
                .contains(FolderPath.of("Sent Items"));
        assertThat(target(picture, "Sent Items").coming()).isEqualTo(5);
        assertThat(target(picture, "INBOX").after()).isEqualTo(11);
        assertThat(target(picture, "Projects/2024").isNew()).isTrue();
        assertThat(picture.items()).isEqualTo(20);
        assertThat(picture.made()).isEqualTo(2);
        assertThat(picture.source().getFirst().path()).isEqualTo(FolderPath.INBOX);
    }

    @Test
    void aFolderDrawnToAnotherIsARuleAndTheCountsFollow() throws Exception {
        YamlEditing editing = editing("# ours\nspecialUse: names\n");
        MapEditing map = new MapEditing(editing);
        map.map(FolderPath.of("Projects"), FolderPath.of("Archive", "Old"), true);
        MapPicture picture = picture(editing);
        assertThat(target(picture, "Archive/Old").coming()).isEqualTo(3);
        assertThat(target(picture, "Archive/Old/2024").coming()).isEqualTo(2);
        assertThat(editing.text()).startsWith("# ours\nspecialUse: names\n");
        map.leaveOut(FolderPath.of("Projects"), false);
        picture = picture(editing);
        assertThat(picture.link(FolderPath.of("Projects")).orElseThrow().reason())
                .isEqualTo(FolderMapping.Reason.LEFT_OUT);
        assertThat(picture.leftOut()).isEqualTo(1);
        map.release(FolderPath.of("Projects"));
        assertThat(map.hasRule(FolderPath.of("Projects"))).isFalse();
        assertThat(target(picture(editing), "Projects").coming()).isEqualTo(3);
    }

    @Test
    void aPlansCountsStandInPlaceOfWhatStandsThere() {
        MapPicture picture = MapPicture.of(
                trees(),
                Map.of(FolderPath.INBOX, new Planned(4, 100, 6)),
                FolderRules.DEFAULT,
                PlainFolderMapper.builtIn());
        assertThat(target(picture, "INBOX").coming()).isEqualTo(4);
        assertThat(target(picture, "Projects").coming()).isEqualTo(3);
    }

    @Test
    void whatIsDoneLastIsMeant() throws Exception {
        YamlEditing editing = editing("rules:\n  - from: \"**\"\n    leaveOut: true\n");
        new MapEditing(editing).map(FolderPath.of("Projects"), FolderPath.of("Kept"), false);
        MapPicture picture = picture(editing);
        assertThat(target(picture, "Kept").coming()).isEqualTo(3);
        assertThat(MapEditing.canBeNamed(FolderPath.of("a*b"))).isFalse();
    }
}
