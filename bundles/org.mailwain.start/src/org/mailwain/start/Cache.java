package org.mailwain.start;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mailwain.start.Installation.AreaKey;

/**
 * The user's folder for what can be worked out again: configuration areas and archives of classes.
 *
 * @param temporary whether it goes with the process, since the user has no folder to write to
 */
record Cache(Path folder, boolean temporary) implements AutoCloseable {
    /** As the start script says, else where Linux keeps caches. */
    static Cache configured() throws IOException {
        String given = System.getProperty("mailwain.cache");
        Path folder = given == null ? Path.of(System.getProperty("user.home"), ".cache", "mailwain") : Path.of(given);
        Files.createDirectories(folder);
        return new Cache(folder.toRealPath(), Boolean.getBoolean("mailwain.cache.temporary"));
    }

    Path log() {
        return folder.resolve("start.log");
    }

    /** A configuration area that the framework may write to at any time. */
    Path area(String kind, AreaKey key) throws IOException {
        Path area = folder.resolve(name(kind, key));
        if (!Files.isDirectory(area)) {
            dropOthers(kind, key);
            Files.createDirectories(area);
        }
        return area;
    }

    /** A configuration area that is written once and only read from then on. */
    SealedArea sealed(String kind, AreaKey key) throws IOException {
        Path area = folder.resolve(name(kind, key));
        if (Files.isDirectory(area)) {
            return new SealedArea(area, area);
        }
        dropOthers(kind, key);
        Path draft = folder.resolve(
                name(kind, key) + ".draft-" + ProcessHandle.current().pid());
        Files.createDirectories(draft);
        return new SealedArea(draft, area);
    }

    /** Those of earlier builds in the same place. One that is still in use is gone from the disk alone. */
    private void dropOthers(String kind, AreaKey key) throws IOException {
        String family = kind + "-" + key.place() + "-";
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, family + "*")) {
            for (Path other : others) {
                if (!isDraftOfALivingProcess(other)) {
                    delete(other);
                }
            }
        }
    }

    private static boolean isDraftOfALivingProcess(Path area) {
        String name = area.getFileName().toString();
        int at = name.lastIndexOf(".draft-");
        return at >= 0
                && ProcessHandle.of(Long.parseLong(name.substring(at + ".draft-".length())))
                        .isPresent();
    }

    private static String name(String kind, AreaKey key) {
        return kind + "-" + key.place() + "-" + key.state();
    }

    /** As far as it goes: what another process holds open stays on some systems. */
    static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public void close() {
        if (temporary) {
            delete(folder);
        }
    }
}
