package org.mailwain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every component of ours is there in the product, and its service can be had. */
class ServicesTest {
    @TempDir
    private Path user;

    @ParameterizedTest
    @ValueSource(strings = {"configuration", "configuration/cli"})
    void everyComponentIsThere(String configuration) throws Exception {
        Path product = Product.startedBy(user).folder();
        List<String> lines = probe(product, product.resolve(configuration));
        List<String> bundles =
                lines.stream().filter(line -> line.startsWith("bundle ")).toList();
        List<String> components =
                lines.stream().filter(line -> line.startsWith("component ")).toList();
        assertThat(lines).as("started").isNotEmpty();
        assertThat(bundles).as("bundles").allMatch(line -> line.endsWith(" resolved"));
        assertThat(components).as("components").allMatch(line -> line.contains(" satisfied"));
        assertThat(components).as("services").noneMatch(line -> line.contains(" lacks "));
        assertThat(components.stream().map(line -> line.split(" ")[1]))
                .containsExactlyInAnyOrderElementsOf(declared(product, bundles));
    }

    private List<String> probe(Path product, Path configuration) throws IOException, InterruptedException {
        Path framework;
        try (Stream<Path> plugins = Files.list(product.resolve("plugins"))) {
            framework = plugins.filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.osgi_"))
                    .findFirst()
                    .orElseThrow();
        }
        Path output = user.resolve("probe.out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        Path.of("target/test-classes").toAbsolutePath() + ":" + framework,
                        ServiceProbe.class.getName(),
                        product.toString(),
                        configuration.toString(),
                        Files.createDirectory(user.resolve("area")).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        assertThat(exit).as(Files.readString(output)).isZero();
        return Files.readAllLines(output);
    }

    /** What the bundles of that configuration declare, by the names of their files. */
    private static Set<String> declared(Path product, List<String> bundles) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> plugins = Files.list(product.resolve("plugins"))) {
            for (Path jar : plugins.toList()) {
                String symbolicName = jar.getFileName().toString().split("_")[0];
                if (bundles.contains("bundle " + symbolicName + " resolved")) {
                    names.addAll(components(jar));
                }
            }
        }
        return names;
    }

    private static List<String> components(Path jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("OSGI-INF/") && name.endsWith(".xml"))
                    .forEach(name -> names.add(name.substring("OSGI-INF/".length(), name.length() - ".xml".length())));
        }
        return names;
    }
}
