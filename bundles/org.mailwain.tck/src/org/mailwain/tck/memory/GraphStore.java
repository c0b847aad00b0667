package org.mailwain.tck.memory;

import java.nio.charset.StandardCharsets;
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

/** A {@link MemoryGraph} as its sessions see it. */
final class GraphStore implements MemoryStore {
    private final MemoryGraph mailbox;

    GraphStore(MemoryGraph mailbox) {
        this.mailbox = mailbox;
    }

    GraphFolder existing(FolderPath path) throws FailureException {
        GraphFolder folder = mailbox.folder(path);
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
            return existing(path).status(mailbox.now());
        }
    }

    @Override
    public List<MemoryMessage> standing(FolderPath path, Mark from) throws FailureException {
        synchronized (mailbox) {
            GraphFolder folder = existing(path);
            long first = from == null || !from.epoch().equals(folder.epoch()) ? Long.MIN_VALUE : from.next();
            return folder.messages().stream().filter(m -> m.position() >= first).toList();
        }
    }

    @Override
    public MemoryMessage find(FolderPath path, ItemId id) {
        synchronized (mailbox) {
            GraphFolder folder = mailbox.folder(path);
            return folder == null ? null : folder.find(id).orElse(null);
        }
    }

    @Override
    public Growth compare(FolderState before, FolderState now) {
        return !before.value().isEmpty() && before.equals(now) ? Growth.SAME : Growth.LIST_AGAIN;
    }

    @Override
    public Difference since(FolderPath path, FolderState since) throws FailureException {
        synchronized (mailbox) {
            GraphFolder folder = existing(path);
            String[] words = since.value().split(" ");
            boolean known = words.length == 2;
            if (known && !folder.epoch().value().equals(words[0])) {
                throw MemoryFailure.EPOCH.raise(path);
            }
            long then = known ? Long.parseLong(words[1]) : 0;
            return new Difference(
                    folder.messages().stream().filter(m -> m.modified() > then).toList(),
                    known ? folder.vanishedSince(then) : null,
                    folder.messages().stream().map(MemoryMessage::id).toList());
        }
    }

    /** The size is the store's guess, not the number of bytes served. */
    @Override
    public ListedItem listed(FolderPath path, MemoryMessage message) {
        long guess = message.content().size() * 103L / 100 + 257;
        return new ListedItem(message.id(), guess, message.received(), message.flags());
    }

    /** Written anew: a header of the server's own at the end of the header, and no blanks at the ends of lines. */
    @Override
    public Content served(MemoryMessage message) {
        byte[] header = message.content().header();
        String text = new String(message.content().bytes(), StandardCharsets.ISO_8859_1);
        String ours = text.substring(0, Math.max(0, header.length - 2)) + "X-MS-Has-Attach:\r\n";
        String rest = text.substring(Math.max(0, header.length - 2)).replaceAll("[ \t]+\r\n", "\r\n");
        return Content.of((ours + rest).getBytes(StandardCharsets.ISO_8859_1));
    }
}
