package org.mailwain.foldermap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.foldermap.Trees.MAPPER;
import static org.mailwain.foldermap.Trees.map;
import static org.mailwain.foldermap.Trees.tree;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.folder.FolderRules;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class KnownNamesTest {
    @TempDir
    private Path folder;

    private static Map<String, Map<String, List<String>>> file(String name) throws IOException {
        try (InputStream in = KnownNamesTest.class.getResourceAsStream("/content/folders/" + name)) {
            Map<String, Map<String, Map<String, List<String>>>> file =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return file.get("names");
        }
    }

    private URL written(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml).toUri().toURL();
    }

    @Test
    void knowsTheUsualFoldersInManyLanguages() throws IOException {
        Map<String, Map<String, List<String>>> languages = file("languages.yaml");
        Set<String> usual = Set.of("inbox", "sent", "drafts", "junk", "trash", "archive", "outbox");
        assertThat(languages.values().stream()
                        .filter(uses -> uses.keySet().containsAll(usual))
                        .count())
                .isGreaterThanOrEqualTo(30);
        languages.forEach((language, uses) -> {
            assertThat(Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH))
                    .as(language)
                    .isNotEqualTo(language);
            uses.forEach((use, names) -> names.forEach(name -> assertThat(
                            MAPPER.matches(tree(name.replace("\\", "\\\\")).getFirst(), "#" + use + "#"))
                    .as("%s %s %s", language, use, name)
                    .isTrue()));
        });
    }

    @Test
    void namesAllLanguagesThatHaveAName() {
        FolderMapping mapping = map(tree("Archiv"), tree("Archive|archive"), FolderRules.DEFAULT, Trees.ANY)
                .get("Archiv");
        assertThat(new FolderMapFailureTexts()
                        .text(mapping.notes().getFirst(), Locale.ENGLISH)
                        .orElseThrow()
                        .sentence())
                .isEqualTo("Its name stands for #Archive# (cs, de).");
    }

    @Test
    void saysOneUseOfEachName() throws IOException {
        Map<String, String> seen = new HashMap<>();
        for (String file : List.of("clients.yaml", "languages.yaml")) {
            file(file)
                    .forEach((who, uses) -> uses.forEach((use, names) -> names.forEach(name -> {
                        String key =
                                Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
                        String before = seen.putIfAbsent(key, use);
                        assertThat(before == null || before.equals(use))
                                .as("%s in %s", name, who)
                                .isTrue();
                    })));
        }
    }

    @Test
    void takesMoreNamesFromFilesAndTheFirstDecides() throws IOException {
        URL brand = written("a.yaml", "names:\n  brand:\n    sent: [Verschickt]\n    junk: [Papierkorb]\n");
        URL own = MAPPER.getClass().getResource("/content/folders/languages.yaml");
        PlainFolderMapper mapper = new PlainFolderMapper(List.of(brand, own));
        assertThat(mapper.matches(tree("verschickt").getFirst(), "#Sent#")).isTrue();
        assertThat(mapper.matches(tree("Papierkorb").getFirst(), "#Junk#")).isTrue();
        assertThat(mapper.matches(tree("Papierkorb").getFirst(), "#Trash#")).isFalse();
    }

    @Test
    void goesOnWithoutAFileThatIsWrong() throws IOException {
        List<URL> files = List.of(
                written("a.yaml", "names: [1, 2"),
                written("b.yaml", "names: 5\n"),
                written("c.yaml", "names:\n  x:\n    nonsense: [a]\n"),
                written("d.yaml", "- a\n"),
                written("e.yaml", ""),
                folder.resolve("missing.yaml").toUri().toURL(),
                written("f.yaml", "names:\n  x:\n    sent: [Weg]\n"));
        assertThat(new PlainFolderMapper(files).matches(tree("Weg").getFirst(), "#Sent#"))
                .isTrue();
    }
}
