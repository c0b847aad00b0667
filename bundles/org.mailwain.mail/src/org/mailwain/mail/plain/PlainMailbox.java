package org.mailwain.mail.plain;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;

/**
 * A mailbox that can be looked at folder by folder, without a connection that can break. Nothing in it is ever changed.
 * For one thread at a time.
 */
public interface PlainMailbox {
    /** Folders that hold messages, or could; the inbox is always there and parents need not be named. */
    Collection<FolderPath> folders() throws IOException;

    /**
     * All messages of a folder, the oldest first. Ids stay the same for as long as the message stands there and are
     * never given again to another one; sizes may be estimates, and -1 where they cost more than a glance. Flags are
     * part of what is looked at, so a changed flag is noticed.
     *
     * @throws java.nio.file.NoSuchFileException where the folder is not there
     */
    List<ListedItem> items(FolderPath folder) throws IOException;

    /**
     * The message with lines that end in CRLF, see {@link CrLfInputStream}.
     *
     * @param item as {@link #items} gave it
     * @throws java.nio.file.NoSuchFileException where it stands there no longer
     */
    InputStream open(FolderPath folder, ItemId item) throws IOException;
}
