package org.mailwain.tck.memory;

import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;

/** A {@link MemoryMailbox} as its sessions see it. */
final class MailboxStore implements MemoryStore {
    private final MemoryMailbox mailbox;
    private final boolean condstore;

    MailboxStore(MemoryMailbox mailbox) {
        this.mailbox = mailbox;
        this.condstore = mailbox.options().traits().changes();
    }

    MemoryFolder existing(FolderPath path) throws FailureException {
        MemoryFolder folder = mailbox.folder(path);
        if (folder == null) {
            throw MemoryFailure.NO_FOLDER.raise(path);
        }
        return folder;
    }

    @Override
    public List<Folder> folders() {
        return mailbox.folders();
    }

    @Override
    public FolderStatus status(FolderPath path) throws FailureException {
        synchronized (mailbox) {
            return existing(path).status(condstore);
        }
    }

    @Override
    public List<MemoryMessage> standing(FolderPath path, Mark from) throws FailureException {
        synchronized (mailbox) {
            MemoryFolder folder = existing(path);
            return from == null || !from.epoch().equals(folder.epoch())
                    ? List.copyOf(folder.messages().values())
                    : List.copyOf(folder.messages().tailMap(from.next(), true).values());
        }
    }

    @Override
    public MemoryMessage find(FolderPath path, ItemId id) {
        synchronized (mailbox) {
            MemoryFolder folder = mailbox.folder(path);
            return folder == null ? null : folder.get(id);
        }
    }

    @Override
    public Growth compare(FolderState before, FolderState now) {
        return MemoryFolder.compare(before, now);
    }

    @Override
    public Difference since(FolderPath path, FolderState since) throws FailureException {
        synchronized (mailbox) {
            MemoryFolder folder = existing(path);
            boolean known = !since.value().isEmpty();
            long[] then = known ? MemoryFolder.numbers(since) : new long[4];
            if (known && !folder.epoch().value().equals(Long.toString(then[0]))) {
                throw MemoryFailure.EPOCH.raise(path);
            }
            boolean names = known && condstore && mailbox.options().vanished();
            return new Difference(
                    folder.changedSince(condstore ? then[3] : 0),
                    names ? folder.vanishedSince(then[3]) : null,
                    folder.messages().values().stream().map(MemoryMessage::id).toList());
        }
    }
}
