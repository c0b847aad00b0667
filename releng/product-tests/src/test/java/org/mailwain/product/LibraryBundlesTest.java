package org.mailwain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle of libraries is cut to what we call: each class that it exports must link without what was left out. */
class LibraryBundlesTest {
    @TempDir
    private Path user;

    @ParameterizedTest
    @ValueSource(strings = {"org.mailwain.lib.msal", "org.mailwain.lib.msgraph"})
    void everyExportedClassLinks(String bundle) throws IOException {
        Path jar = plugin(bundle + "_");
        List<String> broken = new ArrayList<>();
        List<String> exported = exportedClasses(jar);
        URL[] path = {
            jar.toUri().toURL(), plugin("slf4j.api_").toUri().toURL(),
        };
        try (URLClassLoader classes = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            for (String name : exported) {
                try {
                    Class.forName(name, true, classes);
                } catch (ClassNotFoundException | LinkageError e) {
                    broken.add(name + ": " + e);
                }
            }
        }
        assertThat(exported).hasSizeGreaterThan(100);
        assertThat(broken).isEmpty();
    }

    private Path plugin(String name) throws IOException {
        try (Stream<Path> plugins = Files.list(Product.startedBy(user).folder().resolve("plugins"))) {
            return plugins.filter(jar -> jar.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> exportedClasses(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String header = file.getManifest().getMainAttributes().getValue("Export-Package");
            Set<String> packages = Arrays.stream(header.split(","))
                    .map(clause -> clause.split(";")[0].strip())
                    .collect(Collectors.toSet());
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.')))))
                    .toList();
        }
    }
}
