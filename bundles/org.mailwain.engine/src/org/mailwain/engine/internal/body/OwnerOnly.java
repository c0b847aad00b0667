package org.mailwain.engine.internal.body;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner reads, where the file system knows owners. */
public final class OwnerOnly {
    private OwnerOnly() {}

    public static Path folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, rights(folder, "rwx------"));
        }
        return folder;
    }

    /** A new file of that name; fails where there is one. */
    public static Path file(Path file) throws IOException {
        return Files.createFile(file, rights(file, "rw-------"));
    }

    private static FileAttribute<?>[] rights(Path path, String rights) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
