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

/** What a mailbox in memory shows to its sessions; every answer is of one moment. */
interface MemoryStore {
    /** @param vanished null where the mailbox cannot name what left */
    record Difference(List<MemoryMessage> changed, List<ItemId> vanished, List<ItemId> standing) {}

    List<Folder> folders();

    FolderStatus status(FolderPath folder) throws FailureException;

    /** In the order of position, from the mark on; everything where it is null or of another epoch. */
    List<MemoryMessage> standing(FolderPath folder, Mark from) throws FailureException;

    /** Null where there is no such folder or item. */
    MemoryMessage find(FolderPath folder, ItemId id);

    Growth compare(FolderState before, FolderState now);

    Difference since(FolderPath folder, FolderState since) throws FailureException;

    /** As a listing names it, with size and placements as this kind of server tells them. */
    default ListedItem listed(FolderPath folder, MemoryMessage message) {
        return new ListedItem(message.id(), message.content().size(), message.received(), message.flags());
    }

    /** The message as this kind of server gives it out. */
    default Content served(MemoryMessage message) {
        return message.content();
    }
}
