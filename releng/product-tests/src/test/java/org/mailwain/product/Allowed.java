package org.mailwain.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of {@code releng/imports.txt}.
 *
 * @param bundles short names of ours
 * @param libraries packages, each with those below it, and bundles of the platform
 */
record Allowed(String bundle, List<String> bundles, List<String> libraries) {
    private static final List<String> EVERYBODY = List.of("org.slf4j", "org.osgi.service.component.annotations");

    /** By the short name of the bundle. */
    static Map<String, Allowed> read() {
        Map<String, Allowed> all = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(Repository.top().resolve("releng/imports.txt"))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split("\\|", -1);
                    String name = parts[0].strip();
                    all.put(name, new Allowed(name, words(parts[1]), words(parts[2])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split("\\s+"));
    }

    boolean allows(String name) {
        if (name.startsWith("org.mailwain.")) {
            return bundles.contains(owner(name.substring("org.mailwain.".length())));
        }
        return below(name, libraries) || below(name, EVERYBODY);
    }

    /** The longest name of a bundle that the package's name begins with: ledger.sqlite is not ledger. */
    private static String owner(String name) {
        return Repository.bundles().stream()
                .map(BundleImports::shortName)
                .filter(bundle -> name.equals(bundle) || name.startsWith(bundle + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse(name);
    }

    private static boolean below(String name, List<String> roots) {
        return roots.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
    }
}
