package org.mailwain.presenters.explorer;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;

/**
 * A file or folder of a project. Equal by path, so that a view finds it again after a refresh.
 *
 * @param path absolute
 */
public record FileEntry(Path path, FileKind kind) {
    /** Folders first, then in the order of the kinds, then by name. */
    static final Comparator<FileEntry> ORDER = Comparator.comparing(FileEntry::kind)
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
        return kind == FileKind.REPORT ? path.getParent().getFileName().toString() : kind.shortName(name());
    }

    static boolean isShown(Path path) {
        return !path.getFileName().toString().startsWith(".");
    }
}
