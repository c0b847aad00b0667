package org.mailwain.presenters.explorer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file or folder of a project. Equal by path, so that a view finds it again after a refresh.
 *
 * @param path absolute
 */
public record FileEntry(Path path, FileKind kind) {
    private static final Logger LOG = LoggerFactory.getLogger(FileEntry.class);

    /** Folders first, then in the order of the kinds, then by name. */
    private static final Comparator<FileEntry> ORDER = Comparator.comparing(FileEntry::kind)
            .thenComparing(entry -> entry.name().toLowerCase(Locale.ROOT))
            .thenComparing(FileEntry::name);

    public static FileEntry of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        boolean folder = Files.isDirectory(absolute, LinkOption.NOFOLLOW_LINKS);
        return new FileEntry(
                absolute,
                folder
                        ? FileKind.FOLDER
                        : FileKind.ofFile(absolute.getFileName().toString()));
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** What a tree shows. */
    public String label() {
        return kind.shortName(name());
    }

    /** What stands in a folder, without hidden files. Empty for a file and for a folder that cannot be read. */
    public List<FileEntry> children() {
        if (kind != FileKind.FOLDER) {
            return List.of();
        }
        List<FileEntry> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, FileEntry::isShown)) {
            entries.forEach(entry -> children.add(of(entry)));
        } catch (IOException e) {
            LOG.warn("cannot list {}", path, e);
        }
        children.sort(ORDER);
        return children;
    }

    static boolean isShown(Path path) {
        return !path.getFileName().toString().startsWith(".");
    }
}
