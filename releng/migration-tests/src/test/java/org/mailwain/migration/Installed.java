package org.mailwain.migration;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/** The product as somebody installed it, with a folder for drop-ins that is theirs. */
record Installed(Path folder, Path cache) {
    /** The built product in a folder of its own; its files are shared, since nobody changes them. */
    static Installed in(Path folder) throws IOException {
        Path built = Mailwain.built().getParent();
        Path copy = folder.resolve("mailwain");
        try (Stream<Path> files = Files.walk(built)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(built.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    linkOrCopy(file, to);
                }
            }
        }
        return new Installed(copy, Files.createDirectory(folder.resolve("cache")));
    }

    private static void linkOrCopy(Path file, Path to) throws IOException {
        try {
            Files.createLink(to, file);
        } catch (FileSystemException onAnotherDisk) {
            Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    Path dropIns() {
        return folder.resolve("dropins");
    }

    Mailwain.Result call(Path project, String... arguments) throws IOException, InterruptedException {
        return Mailwain.call(
                folder.resolve("mailwain"), project, Map.of("XDG_CACHE_HOME", cache.toString()), arguments);
    }
}
