package org.mailwain.ledger.sqlite.internal;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Rights for the owner alone, where the file system knows such rights. */
final class Modes {
    private static final FileAttribute<?>[] NONE = {};

    private Modes() {}

    static FileAttribute<?>[] file(Path path) {
        return of(path, "rw-------");
    }

    static FileAttribute<?>[] folder(Path path) {
        return of(path, "rwx------");
    }

    private static FileAttribute<?>[] of(Path path, String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : NONE;
    }
}
