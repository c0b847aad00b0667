package org.mailwain.ledger.sqlite.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.LedgerFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write, for one process. The operating system takes the lock back when the process ends, however it ends.
 * Who holds it stands in a file beside the locked one: a locked file cannot be read on Windows, and on Linux closing
 * any handle of it would give up the lock of the whole process.
 */
final class Hold implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hold.class);
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Errors errors;
    private final Path lockFile;
    private final Path holderFile;
    private FileChannel channel;
    private Path held;

    Hold(Path folder, Errors errors) {
        this.folder = folder;
        this.errors = errors;
        this.lockFile = folder.resolve("ledger.lock");
        this.holderFile = folder.resolve("ledger.holder");
    }

    /** @throws FailureException LOCKED where another process, or another ledger of this one, has it */
    synchronized void take() throws FailureException {
        if (channel != null) {
            return;
        }
        try {
            if (!lock()) {
                throw refused();
            }
            announce();
        } catch (IOException e) {
            throw errors.open(e);
        }
    }

    /** Closing a channel gives up a lock that the process has by another one, so nothing is opened that is held. */
    private boolean lock() throws IOException {
        Path place = folder.toRealPath();
        if (!HELD.add(place)) {
            return false;
        }
        boolean locked = false;
        try {
            FileChannel opened = FileChannel.open(
                    lockFile, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), Modes.file(folder));
            locked = opened.tryLock() != null;
            if (locked) {
                channel = opened;
                held = place;
            } else {
                opened.close();
            }
        } finally {
            if (!locked) {
                HELD.remove(place);
            }
        }
        return locked;
    }

    private FailureException refused() {
        String[] holder = {"0", ""};
        try {
            holder = Files.readString(holderFile).strip().split(" ", 2);
        } catch (IOException e) {
            // It is just being written, or just gone.
        }
        boolean known = holder.length == 2 && holder[0].matches("[0-9]{1,18}");
        return LedgerFailure.LOCKED.raise(
                folder.toString(), known ? Long.parseLong(holder[0]) : 0L, known ? holder[1] : "");
    }

    /** On a full disk nobody is told who holds it, which is no reason not to read and to say so. */
    private void announce() {
        Path fresh = folder.resolve("ledger.holder.new");
        try {
            Files.deleteIfExists(holderFile);
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, Modes.file(folder));
            Files.writeString(fresh, ProcessHandle.current().pid() + " " + host() + "\n");
            Files.move(fresh, holderFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.info("who holds the ledger could not be written down: {}", e.toString());
        }
    }

    /** Without a question to a name server where that can be had. */
    private static String host() throws IOException {
        Path kernel = Path.of("/proc/sys/kernel/hostname");
        if (Files.isReadable(kernel)) {
            return Files.readString(kernel).strip();
        }
        String computer = System.getenv("COMPUTERNAME");
        return computer != null ? computer : InetAddress.getLocalHost().getHostName();
    }

    @Override
    public synchronized void close() {
        if (channel != null) {
            try {
                Files.deleteIfExists(holderFile);
                channel.close();
            } catch (IOException e) {
                // The lock goes with the process at the latest.
            }
            channel = null;
            HELD.remove(held);
        }
    }
}
