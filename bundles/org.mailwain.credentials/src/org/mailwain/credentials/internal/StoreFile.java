package org.mailwain.credentials.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.mailwain.api.failure.FailureException;
import org.mailwain.credentials.CredentialsFailure;

/** The file of a store: for its owner alone, replaced as a whole, written by one at a time. */
final class StoreFile {
    /** A store of a million passwords has less. */
    private static final long LARGEST = 256_000_000;

    private static final int PAUSE_MILLIS = 50;

    /** File locks are held by the process: its threads need one of their own. */
    private static final Object ONE_WRITER = new Object();

    private final Path path;
    private final Duration patience;

    /** @param patience how long another writer is waited for */
    StoreFile(Path path, Duration patience) {
        this.path = path;
        this.patience = patience;
    }

    /** What tells one state of the file from the next: each write makes another file. */
    record Version(Object key, long size, long modified) {}

    interface Work {
        void run() throws IOException, FailureException;
    }

    boolean exists() {
        return Files.exists(path);
    }

    Version version() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Version(
                attributes.fileKey(),
                attributes.size(),
                attributes.lastModifiedTime().toMillis());
    }

    byte[] read() throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new IOException("too large");
        }
        return Files.readAllBytes(path);
    }

    /** Nobody else writes meanwhile. @throws FailureException {@link CredentialsFailure#BUSY} */
    void alone(Work work) throws IOException, FailureException {
        synchronized (ONE_WRITER) {
            makeFolder();
            Path beside = path.resolveSibling(path.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                if (lock.isValid()) {
                    work.run();
                }
            }
        }
    }

    private FileLock lock(FileChannel channel) throws IOException, FailureException {
        long end = System.nanoTime() + patience.toNanos();
        FileLock lock = channel.tryLock();
        while (lock == null) {
            if (System.nanoTime() > end) {
                throw CredentialsFailure.BUSY.raise(path);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw CredentialsFailure.BUSY.raise(path);
            }
            lock = channel.tryLock();
        }
        return lock;
    }

    /** Durable when it returns. */
    void write(byte[] bytes) throws IOException {
        Path folder = path.getParent();
        Path fresh = Files.createTempFile(folder, "credentials", ".new", forOwner(folder, "rw-------"));
        try {
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folder);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Makes the renaming durable; not every system lets a folder be opened. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            return;
        }
    }

    private void makeFolder() throws IOException {
        Path folder = path.getParent();
        if (!Files.exists(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, forOwner(folder.getParent(), "rwx------"));
        }
    }

    private static FileAttribute<?>[] forOwner(Path folder, String rights) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
