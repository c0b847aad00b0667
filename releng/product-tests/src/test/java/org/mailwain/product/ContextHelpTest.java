package org.mailwain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** F1 opens help on every page of an editor and of a wizard: each says which, or what it extends does. */
class ContextHelpTest {
    private static final Pattern PAGE = Pattern.compile("extends (FormPage|WizardPage)\\b");
    private static final Pattern MAKES = Pattern.compile("void (createControl|createFormContent)\\(");

    @Test
    void eachPageSaysWhichHelpItHas() throws IOException {
        List<Path> without = new ArrayList<>();
        int pages = 0;
        for (Path file : sources()) {
            String code = Files.readString(file);
            if (PAGE.matcher(code).find() && MAKES.matcher(code).find()) {
                pages++;
                if (!code.contains(".setHelp(")) {
                    without.add(file.getFileName());
                }
            }
        }
        assertThat(pages).isGreaterThan(5);
        assertThat(without).isEmpty();
    }

    @Test
    void eachHelpIsThatOfAPage() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : sources()) {
            all.append(Files.readString(file));
        }
        Path contexts = Repository.bundles().stream()
                .map(bundle -> bundle.resolve("contexts.xml"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        assertThat(Pattern.compile("context id=\"(\\w+)\"")
                        .matcher(Files.readString(contexts))
                        .results()
                        .map(match -> "org.mailwain.ui.help." + match.group(1)))
                .isNotEmpty()
                .allSatisfy(context -> assertThat(all).contains('"' + context + '"'));
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path bundle : Repository.bundles()) {
            if (bundle.getFileName().toString().startsWith("org.mailwain.ui")) {
                try (Stream<Path> files = Files.walk(bundle.resolve("src"))) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        return found;
    }
}
