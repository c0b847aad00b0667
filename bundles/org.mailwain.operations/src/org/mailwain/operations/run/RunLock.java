package org.mailwain.operations.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.OperationFailure;

/** One run of a batch at a time. The operating system lets go of the lock when the process dies, however it dies. */
public final class RunLock implements AutoCloseable {
    /** Behind the text, so that who holds the lock can be read while it is held (Windows locks are mandatory). */
    private static final long LOCKED_BYTE = 1 << 20;

    /** Locks of this process: opening and closing such a file again would let go of its lock (POSIX). */
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
        FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
        if (lock == null) {
            channel.close();
            throw taken(run);
        }
        write(channel, new RunHolder(ProcessHandle.current().pid(), host(), now()));
        return new RunLock(path, channel, lock);
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
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock != null) {
                lock.release();
                return Optional.empty();
            }
            return text(run);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void write(FileChannel channel, RunHolder holder) throws IOException {
        String text = holder.pid() + "\n" + holder.host() + "\n" + holder.since() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(false);
    }

    /** What the lock file says, held or not. */
    static Optional<RunHolder> text(RunFolder run) {
        if (!Files.exists(run.lock())) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(run.lock());
            return Optional.of(new RunHolder(Long.parseLong(lines.get(0)), lines.get(1), Instant.parse(lines.get(2))));
        } catch (IOException | RuntimeException halfWritten) {
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
