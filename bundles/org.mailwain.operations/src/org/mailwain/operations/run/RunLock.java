package org.mailwain.operations.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.OperationFailure;

/**
 * One run of a batch at a time. The operating system lets go of the lock when the process dies, however it dies. Who
 * holds it stands in a file beside: closing any handle of the locked one gives up the lock of the whole process (POSIX),
 * and nobody else can read it while it is held (Windows).
 */
public final class RunLock implements AutoCloseable {
    /** Locks of this process, whose files it must not open again. */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws FailureException {@link OperationFailure#LOCKED}, with the holder, where another run has it */
    public static RunLock take(RunFolder run) throws FailureException {
        run.make();
        Path path = path(run);
        if (!HERE.add(path)) {
            throw taken(run);
        }
        boolean done = false;
        try {
            RunLock lock = lock(run, path);
            done = true;
            return lock;
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(run.lock(), e), e);
        } finally {
            if (!done) {
                HERE.remove(path);
            }
        }
    }

    private static RunLock lock(RunFolder run, Path path) throws IOException, FailureException {
        FileChannel channel = FileChannel.open(run.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean done = false;
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(run);
            }
            write(run, new RunHolder(ProcessHandle.current().pid(), host(), now()));
            done = true;
            return new RunLock(path, channel, lock);
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    private static FailureException taken(RunFolder run) {
        return OperationFailure.LOCKED.raise(
                run.batch(), text(run).map(RunHolder::toString).orElse(""));
    }

    private static Path path(RunFolder run) {
        return run.lock().toAbsolutePath().normalize();
    }

    static Optional<RunHolder> holder(RunFolder run) {
        if (!Files.exists(run.lock())) {
            return Optional.empty();
        }
        if (HERE.contains(path(run))) {
            return text(run);
        }
        try (FileChannel channel = FileChannel.open(run.lock(), StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                lock.release();
                return Optional.empty();
            }
            return text(run);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Appears whole, so that nobody reads half of it. */
    private static void write(RunFolder run, RunHolder holder) throws IOException {
        Path fresh = run.folder().resolve("holder.new");
        Files.writeString(fresh, holder.pid() + "\n" + holder.host() + "\n" + holder.since() + "\n");
        Files.move(fresh, run.holderFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Who holds the lock, or held it last. */
    static Optional<RunHolder> text(RunFolder run) {
        if (!Files.exists(run.holderFile())) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(run.holderFile());
            return Optional.of(new RunHolder(Long.parseLong(lines.get(0)), lines.get(1), Instant.parse(lines.get(2))));
        } catch (IOException | RuntimeException notOurs) {
            return Optional.of(new RunHolder(0, "", Instant.EPOCH));
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HERE.remove(path);
        }
    }
}
