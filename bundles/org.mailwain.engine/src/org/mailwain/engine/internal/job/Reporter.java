package org.mailwain.engine.internal.job;

import java.time.Clock;
import java.time.Instant;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.progress.RunEvent;

/** Tells of one mailbox. Thread-safe; the progress of folders is told a few times a second. */
public final class Reporter {
    private static final long INTERVAL = 250_000_000L;

    private final Progress progress;
    private final Clock clock;
    private final String mailbox;

    public Reporter(Progress progress, Clock clock, String mailbox) {
        this.progress = progress;
        this.clock = clock;
        this.mailbox = mailbox;
    }

    public void waiting(String endpoint, Failure reason, Instant until) {
        progress.happened(new RunEvent.Waiting(clock.instant(), mailbox, endpoint, reason, until));
    }

    public void planned(int folders, long items, long bytes) {
        progress.happened(new RunEvent.MailboxPlanned(clock.instant(), mailbox, folders, items, bytes));
    }

    public void noted(FolderPath folder, ItemId item, Failure failure) {
        progress.happened(new RunEvent.ItemNoted(clock.instant(), mailbox, folder, item.toString(), failure));
    }

    /** Counts what becomes of the items of one folder. */
    public final class Tally {
        private final FolderPath folder;
        private long copied;
        private long other;
        private long failed;
        private long bytes;
        private long told = System.nanoTime();
        private boolean news = true;
        private boolean started;

        private Tally(FolderPath folder) {
            this.folder = folder;
        }

        public synchronized void started(long items, long size) {
            if (!started) {
                started = true;
                told = System.nanoTime(); // from here on: a small folder is told of once, at its end
                progress.happened(new RunEvent.FolderStarted(clock.instant(), mailbox, folder, items, size));
            }
        }

        public synchronized void add(long moreCopied, long moreBytes, long moreOther, long moreFailed) {
            copied += moreCopied;
            bytes += moreBytes;
            other += moreOther;
            failed += moreFailed;
            news = true;
            long now = System.nanoTime();
            if (now - told >= INTERVAL) {
                told = now;
                tell();
            }
        }

        private void tell() {
            news = false;
            progress.happened(
                    new RunEvent.FolderProgress(clock.instant(), mailbox, folder, copied, other, failed, bytes));
        }

        /** @param failure why the folder was not gone through, or null */
        public synchronized void ended(Failure failure) {
            if (started || failure != null) {
                if (news) {
                    tell();
                }
                progress.happened(new RunEvent.FolderEnded(clock.instant(), mailbox, folder, failure));
            }
        }

        public synchronized long copied() {
            return copied;
        }

        public synchronized long bytes() {
            return bytes;
        }

        public synchronized long failed() {
            return failed;
        }
    }

    public Tally tally(FolderPath folder) {
        return new Tally(folder);
    }
}
