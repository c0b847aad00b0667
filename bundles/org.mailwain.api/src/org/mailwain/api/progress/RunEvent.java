package org.mailwain.api.progress;

import java.time.Instant;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;

/** Something that happened in a run, for whoever watches it: a terminal, a window, a file of events. */
public sealed interface RunEvent {
    Instant at();

    record BatchChanged(Instant at, String batch, BatchState state) implements RunEvent {}

    /** @param failure why, where the state is a failure, else null */
    record MailboxChanged(Instant at, String mailbox, MailboxState state, Failure failure) implements RunEvent {}

    /** The mailbox's work is known: so many items and bytes are to be copied (estimates where sizes are). */
    record MailboxPlanned(Instant at, String mailbox, int folders, long items, long bytes) implements RunEvent {}

    record FolderStarted(Instant at, String mailbox, FolderPath folder, long items, long bytes) implements RunEvent {}

    /** Sums since the run began, for one folder; sent at most a few times a second. */
    record FolderProgress(
            Instant at, String mailbox, FolderPath folder, long copied, long other, long failed, long bytes)
            implements RunEvent {}

    record FolderEnded(Instant at, String mailbox, FolderPath folder, Failure failure) implements RunEvent {}

    /** An item that was not plainly copied. */
    record ItemNoted(Instant at, String mailbox, FolderPath folder, String item, Failure failure) implements RunEvent {}

    /** Work of a mailbox, or of all of an endpoint (mailbox null), rests until the moment (null: not known). */
    record Waiting(Instant at, String mailbox, String endpoint, Failure reason, Instant until) implements RunEvent {}
}
