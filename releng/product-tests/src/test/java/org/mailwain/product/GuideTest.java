package org.mailwain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation quotes and lists is what is there. */
class GuideTest {
    private static final Path TOP = Repository.top();
    private static final Path EXAMPLE = TOP.resolve("releng/example-source");
    private static final int MOST_LINES = 200;

    private static final Pattern QUOTE =
            Pattern.compile("<!-- (releng/example-source/\\S+) -->\n```\\w+\n(.*?)\n```\n", Pattern.DOTALL);
    private static final Pattern DEPENDENCY =
            Pattern.compile("<artifactId>([\\w.-]+)</artifactId>\\s*<version>([\\d.]+)</version>");

    @Test
    void theGuideQuotesTheExample() throws IOException {
        Matcher quote = QUOTE.matcher(Files.readString(TOP.resolve("releng/docs/writing-a-source.md")));
        List<String> quoted = new ArrayList<>();
        while (quote.find()) {
            quoted.add(quote.group(1));
            assertThat(Files.readString(TOP.resolve(quote.group(1))))
                    .as(quote.group(1))
                    .contains(quote.group(2) + "\n");
        }
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            assertThat(quoted)
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(EXAMPLE.resolve("target")))
                            .map(file -> TOP.relativize(file).toString())
                            .toList());
        }
    }

    @Test
    void theReferencePageOfEndpointsIsThatOfTheProduct(@TempDir Path user) throws Exception {
        Product.Result page =
                Product.startedBy(user).run(Map.of("LC_ALL", "C.UTF-8"), List.of(), "endpoints", "--reference");
        assertThat(page.exit()).as(page.output()).isZero();
        assertThat(Files.readString(TOP.resolve("releng/docs/endpoints.md")))
                .as("run releng/dev/reference")
                .isEqualTo(page.output());
    }

    @Test
    void theExampleIsShort() throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                lines += Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("import ") && !line.startsWith("package "))
                        .filter(line -> !line.startsWith("/**") && !line.startsWith("*"))
                        .count();
            }
        }
        assertThat(lines).isBetween(1L, (long) MOST_LINES);
    }

    /** Whoever builds against the SDK gets the libraries that the product has. */
    @Test
    void theSdkNamesTheLibrariesOfTheProduct() throws IOException {
        String target = Files.readString(TOP.resolve("target-platform/target-platform.target"));
        for (String bundle : List.of("mail", "tck")) {
            Matcher dependency = DEPENDENCY.matcher(
                    Files.readString(TOP.resolve("releng/sdk/poms/org.mailwain." + bundle + ".pom")));
            while (dependency.find()) {
                assertThat(target)
                        .containsPattern(
                                Pattern.compile(Pattern.quote("<artifactId>" + dependency.group(1) + "</artifactId>")
                                        + "\\s*" + Pattern.quote("<version>" + dependency.group(2))));
            }
        }
    }
}
