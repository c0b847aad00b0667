package org.mailwain.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * What a bundle says it needs, and what its classes need.
 *
 * @param named packages and bundles of its manifest
 * @param wholeBundles whether it requires bundles of the platform, whose packages are not looked into
 */
record BundleImports(String name, Path classes, Set<String> named, boolean wholeBundles) {
    private static final Pattern USE = Pattern.compile("^ .*-> ([\\w.]+)", Pattern.MULTILINE);
    private static final Pattern CLAUSE = Pattern.compile("([\\w.]+)((?:\\s*;[^,\"]*(?:\"[^\"]*\")?)*)");

    /** In the JDK, and visible without an import. */
    private static final Pattern ALWAYS_THERE = Pattern.compile(
            "java\\..*|javax\\.(net|crypto|security|sql|naming|xml|swing|imageio)(\\..*)?|org\\.osgi\\.service\\.component\\.annotations");

    static String shortName(Path folder) {
        return folder.getFileName().toString().substring("org.mailwain.".length());
    }

    static BundleImports of(Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            Manifest manifest = new Manifest(in);
            Set<String> named = new TreeSet<>();
            addClauses(manifest.getMainAttributes().getValue("Import-Package"), named);
            String bundles = manifest.getMainAttributes().getValue("Require-Bundle");
            addClauses(bundles, named);
            return new BundleImports(shortName(folder), folder.resolve("target/classes"), named, bundles != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addClauses(String header, Set<String> names) {
        if (header != null) {
            Matcher clause = CLAUSE.matcher(header);
            while (clause.find()) {
                names.add(clause.group(1));
            }
        }
    }

    boolean provides(String used) {
        return named.contains(used)
                || ALWAYS_THERE.matcher(used).matches()
                || wholeBundles && (used.startsWith("org.eclipse.") || used.startsWith("org.osgi."))
                || Files.isDirectory(classes.resolve(used.replace('.', '/')));
    }

    /** Packages that the classes use, types that a compiler inferred included. */
    Set<String> used() {
        Set<String> used = new TreeSet<>();
        if (!hasClasses()) {
            return used;
        }
        StringWriter said = new StringWriter();
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(new PrintWriter(said), new PrintWriter(said), "-verbose:package", classes.toString());
        Matcher line = USE.matcher(said.toString());
        while (line.find()) {
            used.add(line.group(1));
        }
        return used;
    }

    private boolean hasClasses() {
        try (Stream<Path> files = Files.exists(classes) ? Files.walk(classes) : Stream.empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".class")
                    && !file.getFileName().toString().equals("package-info.class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
