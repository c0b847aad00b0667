package org.mailwain.engine.internal.job;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;

/**
 * One job at a time writes a target folder, also when several rows lead to one mailbox. A job takes all its folders in
 * one go, so that no two jobs wait for each other.
 */
public final class FolderLocks {
    private final Set<Held> taken = new HashSet<>();

    private record Held(String endpoint, String mailbox, FolderPath folder) {}

    /** What was taken; closing gives it back. */
    @FunctionalInterface
    public interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until none of the folders is in another's hands. */
    public Lock take(String endpoint, String mailbox, Collection<FolderPath> folders, Cancel cancel)
            throws CancelledException {
        Set<Held> wanted = new HashSet<>();
        folders.forEach(folder -> wanted.add(new Held(endpoint, mailbox, folder)));
        Cancel.Registration waking = cancel.onCancel(this::wake);
        try {
            await(wanted, cancel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            waking.close();
        }
        return () -> give(wanted);
    }

    private synchronized void await(Set<Held> wanted, Cancel cancel) throws InterruptedException, CancelledException {
        cancel.check();
        while (wanted.stream().anyMatch(taken::contains)) {
            wait();
            cancel.check();
        }
        taken.addAll(wanted);
    }

    private synchronized void give(Set<Held> held) {
        taken.removeAll(held);
        notifyAll();
    }

    private synchronized void wake() {
        notifyAll();
    }
}
