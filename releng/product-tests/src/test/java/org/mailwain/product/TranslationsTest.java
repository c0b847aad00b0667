package org.mailwain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is translated is translated whole: the same keys, and the same arguments in each text. */
class TranslationsTest {
    private static final String GERMAN = "_de.properties";

    /** What the command line says, what it writes into files, and what nobody reads. */
    private static final Set<String> ENGLISH_ALONE = Set.of(
            "org/mailwain/cli/messages.properties",
            "org/mailwain/operations/reference.properties",
            "org/mailwain/report/internal/text/messages.properties",
            "org/mailwain/signin/internal/likelihood.properties",
            "org/mailwain/start/messages.properties",
            "org/mailwain/tck/memory/messages.properties");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");

    @Test
    void everyTextHasItsTranslation() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Path> translated = translated();
        for (Path german : translated) {
            String name = german.getFileName().toString();
            Path english = german.resolveSibling(name.replace(GERMAN, ".properties"));
            compare(english, read(english), read(german), wrong);
        }
        assertThat(translated).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    /** Labels of a provider's settings and sentences of failures are read in the window as much as its own texts. */
    @Test
    void everyTextThatTheWorkbenchShowsIsTranslated() throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path bundle : Repository.bundles()) {
            Path sources = bundle.resolve("src");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith(".properties"))
                            .filter(file -> !file.toString().endsWith(GERMAN))
                            .filter(file -> !ENGLISH_ALONE.contains(
                                    sources.relativize(file).toString()))
                            .map(file -> file.resolveSibling(
                                    file.getFileName().toString().replace(".properties", GERMAN)))
                            .filter(file -> !Files.exists(file))
                            .forEach(missing::add);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Alt with B, N and F goes back and on and ends a wizard: a label with the same letter would take the key away. */
    @Test
    void labelsOfWizardsLeaveTheKeysOfItsButtonsAlone() throws IOException {
        List<String> taken = new ArrayList<>();
        for (Path german : translated()) {
            if (german.getParent().getFileName().toString().startsWith("wizard")) {
                for (Path file : List.of(
                        german,
                        german.resolveSibling(german.getFileName().toString().replace(GERMAN, ".properties")))) {
                    Properties texts = read(file);
                    texts.stringPropertyNames().stream()
                            .filter(key -> texts.getProperty(key).matches("(?s).*&[BbNnFf].*"))
                            .map(key -> file + ": " + key)
                            .forEach(taken::add);
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    private static void compare(Path file, Properties english, Properties german, List<String> wrong) {
        TreeSet<String> all = new TreeSet<>(english.stringPropertyNames());
        all.addAll(german.stringPropertyNames());
        for (String key : all) {
            if (!english.containsKey(key) || !german.containsKey(key)) {
                wrong.add(file + ": " + key + " is in one language alone");
            } else if (!arguments(english, key).equals(arguments(german, key))) {
                wrong.add(file + ": " + key + " has other arguments in the other language");
            }
        }
    }

    private static TreeSet<String> arguments(Properties texts, String key) {
        TreeSet<String> found = new TreeSet<>();
        ARGUMENT.matcher(texts.getProperty(key)).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static List<Path> translated() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path bundle : Repository.bundles()) {
            try (Stream<Path> files = Files.walk(bundle)) {
                files.filter(file -> file.getFileName().toString().endsWith(GERMAN))
                        .filter(file -> !file.startsWith(bundle.resolve("target")))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
