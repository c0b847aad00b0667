package org.mailwain.engine.internal.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;

/** Memory and spool for the messages of a process. */
public final class Bodies implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    /** Room on the disk for large messages, as a multiple of the memory, and at least so much. */
    private static final long SPOOL_FACTOR = 4;

    private static final long SPOOL_LEAST = 512L << 20;

    private final Path spool;
    private final int spoolAbove;
    private final ByteBudget memory;
    private final ByteBudget disk;

    /** @param folder for large messages; made when it is needed, what a run that died left there is removed */
    public Bodies(Path folder, long memory, long spoolAbove) {
        this.spool = folder.resolve(UUID.randomUUID().toString());
        this.spoolAbove = (int) Math.min(spoolAbove, Integer.MAX_VALUE - 16);
        this.memory = new ByteBudget(memory);
        this.disk = new ByteBudget(Math.max(memory * SPOOL_FACTOR, SPOOL_LEAST));
    }

    /**
     * The store as one job sees it.
     *
     * @param full called before the job waits for room, so that it hands on what it holds back
     */
    public BodyStore forJob(Cancel cancel, Runnable full) {
        return (in, announced) -> receive(in, announced, cancel, full);
    }

    /**
     * For what is read only to be compared, or made while others wait to be written: it does not wait for room, which
     * only its own thread could make. Each body is closed before the next is looked at.
     */
    public BodyStore aside(Cancel cancel) {
        return (in, announced) -> receive(in, announced, cancel, null);
    }

    /** Bytes in memory at present. */
    public long held() {
        return memory.used();
    }

    /** Bytes in files at present. */
    public long spooled() {
        return disk.used();
    }

    private Body receive(InputStream in, long announced, Cancel cancel, Runnable full)
            throws IOException, CancelledException {
        if (announced > spoolAbove) {
            return spool(new byte[0], in, announced, cancel, full);
        }
        int room = announced < 0 ? spoolAbove : (int) announced;
        take(memory, room, cancel, full);
        boolean kept = false;
        try {
            byte[] bytes = announced < 0 ? in.readNBytes(room) : exactly(in, room);
            int more = bytes.length < room ? -1 : in.read();
            if (more < 0) {
                memory.give(room - bytes.length);
                kept = true;
                return new HeapBody(bytes, () -> memory.give(bytes.length));
            }
            byte[] begun = Arrays.copyOf(bytes, bytes.length + 1);
            begun[bytes.length] = (byte) more;
            return overflow(begun, in, cancel, full);
        } finally {
            if (!kept) {
                memory.give(room);
            }
        }
    }

    private static byte[] exactly(InputStream in, int size) throws IOException {
        byte[] bytes = new byte[size];
        int read = in.readNBytes(bytes, 0, size);
        return read == size ? bytes : Arrays.copyOf(bytes, read);
    }

    /** More came than was announced: goes on in memory while it is small. */
    private Body overflow(byte[] begun, InputStream in, Cancel cancel, Runnable full)
            throws IOException, CancelledException {
        if (begun.length <= spoolAbove) {
            byte[] rest = in.readNBytes(spoolAbove - begun.length + 1);
            byte[] all = Arrays.copyOf(begun, begun.length + rest.length);
            System.arraycopy(rest, 0, all, begun.length, rest.length);
            if (all.length <= spoolAbove) {
                memory.force(all.length);
                return new HeapBody(all, () -> memory.give(all.length));
            }
            return spool(all, in, all.length, cancel, full);
        }
        return spool(begun, in, begun.length, cancel, full);
    }

    private Body spool(byte[] begun, InputStream in, long announced, Cancel cancel, Runnable full)
            throws IOException, CancelledException {
        take(disk, announced, cancel, full);
        long[] reserved = {announced};
        Path file = null;
        boolean kept = false;
        try {
            file = file();
            SpoolWriter writer = new SpoolWriter(file, cancel, extra -> {
                disk.force(extra);
                reserved[0] += extra;
            });
            writer.write(begun, in, announced, CHUNK);
            Path done = file;
            kept = true;
            return new FileBody(done, writer.size(), writer.sha256(), writer.header(), writer.holdsNul(), () -> {
                disk.give(reserved[0]);
                remove(done);
            });
        } finally {
            if (!kept) {
                disk.give(reserved[0]);
                if (file != null) {
                    remove(file);
                }
            }
        }
    }

    /** @param full null to take it whether or not there is room */
    private static void take(ByteBudget budget, long bytes, Cancel cancel, Runnable full) throws CancelledException {
        if (full == null) {
            budget.force(bytes);
        } else if (!budget.tryTake(bytes)) {
            full.run();
            budget.take(bytes, cancel);
        }
    }

    /** A new file of the spool, to be removed by whoever asked for it. */
    public Path file() throws IOException {
        return OwnerOnly.file(OwnerOnly.folder(spool).resolve(UUID.randomUUID().toString()));
    }

    /** Bytes that the disk of the spool has room for. */
    public long free() throws IOException {
        return Files.getFileStore(OwnerOnly.folder(spool)).getUsableSpace();
    }

    public static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what is left in the spool. */
    @Override
    public void close() {
        if (!Files.isDirectory(spool)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(spool)) {
            left.forEach(Bodies::remove);
            Files.deleteIfExists(spool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
