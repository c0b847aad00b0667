package org.mailwain.api.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;

/**
 * A signed-in session that reads one mailbox and changes nothing in it. Confined to one thread at a time, except
 * {@link #close()}, which may be called from any and unblocks whoever waits. Every wait has a limit from the
 * endpoint's settings.
 *
 * <p>A failure of scope MAILBOX or ENDPOINT that is thrown ends the session: close it and open another. Failures of a
 * message or a folder go to the sinks, or are thrown where there is none, and the session goes on. Cancel shows as
 * {@link org.mailwain.api.progress.CancelledException}.
 */
public interface MailboxReader extends AutoCloseable {
    Traits traits();

    /** The whole tree, parents that hold nothing included. */
    List<Folder> folders() throws FailureException;

    FolderStatus state(FolderPath folder) throws FailureException;

    /** Many at once, in few round trips where the server allows; in the order asked. */
    default List<FolderStatus> states(Collection<FolderPath> folders) throws FailureException {
        List<FolderStatus> all = new ArrayList<>();
        for (FolderPath folder : folders) {
            all.add(state(folder));
        }
        return all;
    }

    /** Compares two states that this kind of reader made of one folder; LIST_AGAIN where it cannot tell. */
    Growth compare(FolderState before, FolderState now);

    /** Lists folders as the feed gives them. */
    void list(Feed<ListRequest> requests, ListSink sink) throws FailureException;

    /** Reads items as the feed gives requests; answers come in the order of the requests. */
    void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException;

    /**
     * What changed since a state of an earlier session.
     *
     * @param since made by this kind of reader of this folder, in the same epoch; a failure of scope FOLDER is thrown
     *     where the epoch is another by now
     */
    void changes(FolderPath folder, FolderState since, ChangeSink sink) throws FailureException;

    /**
     * Which items of a folder a search finds, for servers that search.
     *
     * @param criteria in the server's own words (IMAP: the search keys of RFC 9051 section 6.4.4)
     * @return tells of each item that stood there whether it was found; empty where the server cannot search
     */
    default Optional<Predicate<ItemId>> search(FolderPath folder, String criteria) throws FailureException {
        return Optional.empty();
    }

    @Override
    void close();
}
