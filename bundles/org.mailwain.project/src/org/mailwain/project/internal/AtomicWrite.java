package org.mailwain.project.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** Writes files so that there is always a whole one: the old or the new, also after a power cut. */
public final class AtomicWrite {
    private static final SecureRandom RANDOM = new SecureRandom();

    private AtomicWrite() {}

    /**
     * @param target follows a symbolic link; an existing file keeps its rights
     * @param ownerOnly whether a file that is new is for its owner alone
     */
    public static void replace(Path target, byte[] bytes, boolean ownerOnly) throws IOException {
        Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        Path fresh = fresh(real);
        try {
            try (FileChannel out = open(fresh, Files.exists(real) || ownerOnly)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(true);
            }
            copyRights(real, fresh);
            Files.move(fresh, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            force(real.getParent());
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Path fresh(Path target) {
        byte[] random = new byte[6];
        RANDOM.nextBytes(random);
        return target.resolveSibling(
                "." + target.getFileName() + "." + HexFormat.of().formatHex(random));
    }

    /** What replaces an existing file is closed to others until it has that file's rights. */
    private static FileChannel open(Path fresh, boolean ownerOnly) throws IOException {
        boolean posix = Files.getFileStore(fresh.getParent()).supportsFileAttributeView(PosixFileAttributeView.class);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return posix && ownerOnly
                ? FileChannel.open(
                        fresh,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(fresh, options);
    }

    private static void copyRights(Path from, Path to) throws IOException {
        PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (target != null && Files.exists(from)) {
            target.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    /** Makes the renaming durable; not every system lets a folder be opened. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            return;
        }
    }
}
