package org.mailwain.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository that the tests stand in. */
final class Repository {
    private Repository() {}

    static Path top() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("releng/imports.txt"))) {
                return at;
            }
        }
        throw new IllegalStateException(
                "releng/imports.txt is not above " + Path.of("").toAbsolutePath());
    }

    /** Folders of our bundles. */
    static List<Path> bundles() {
        try (Stream<Path> folders = Files.list(top().resolve("bundles"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
