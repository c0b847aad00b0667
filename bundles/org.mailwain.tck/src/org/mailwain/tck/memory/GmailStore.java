package org.mailwain.tck.memory;

import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.Mark;

/** A {@link MemoryGmail} as its sessions see it: CONDSTORE, and no word about what left. */
final class GmailStore implements MemoryStore {
    private final MemoryGmail mailbox;

    GmailStore(MemoryGmail mailbox) {
        this.mailbox = mailbox;
    }

    private GmailFolder existing(FolderPath path) throws FailureException {
        GmailFolder folder = mailbox.folder(path);
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
            return existing(path).status();
        }
    }

    @Override
    public List<MemoryMessage> standing(FolderPath path, Mark from) throws FailureException {
        synchronized (mailbox) {
            GmailFolder folder = existing(path);
            return folder.from(from == null || !from.epoch().equals(folder.epoch()) ? 1 : from.next());
        }
    }

    @Override
    public MemoryMessage find(FolderPath path, ItemId id) {
        synchronized (mailbox) {
            GmailFolder folder = mailbox.folder(path);
            return folder == null ? null : folder.find(id).map(folder::seen).orElse(null);
        }
    }

    @Override
    public Growth compare(FolderState before, FolderState now) {
        return MemoryFolder.compare(before, now);
    }

    @Override
    public Difference since(FolderPath path, FolderState since) throws FailureException {
        synchronized (mailbox) {
            GmailFolder folder = existing(path);
            long[] then = since.value().isEmpty() ? new long[4] : MemoryFolder.numbers(since);
            if (then[0] != 0 && !folder.epoch().value().equals(Long.toString(then[0]))) {
                throw MemoryFailure.EPOCH.raise(path);
            }
            List<MemoryMessage> all = folder.from(1);
            return new Difference(
                    all.stream()
                            .filter(m -> m.modified() > then[3] || m.position() >= then[1])
                            .toList(),
                    null,
                    all.stream().map(MemoryMessage::id).toList());
        }
    }

    @Override
    public ListedItem listed(FolderPath path, MemoryMessage message) {
        return new ListedItem(
                message.id(),
                message.content().size(),
                message.received(),
                message.flags(),
                mailbox.placements(path, message.id()));
    }
}
