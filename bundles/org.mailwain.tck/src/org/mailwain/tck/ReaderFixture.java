package org.mailwain.tck;

import java.time.Duration;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;

/**
 * One mailbox for one test, empty but for what the server itself makes, and the hands of others on it. What an
 * implementation cannot do answers false, and the tests about it are left out; each is a gap in its proof.
 */
public interface ReaderFixture {
    /** A new session on the mailbox. */
    MailboxReader open(SessionContext context) throws FailureException;

    /** Makes a folder, parents included. @return false where the mailbox has no such folders */
    boolean create(FolderPath folder) throws Exception;

    /**
     * Somebody puts a message into a folder that is there.
     *
     * @return false where the mailbox cannot hold this message as it is
     */
    boolean deliver(FolderPath folder, Mail mail) throws Exception;

    /** Whether the mailbox holds this message as it is; some end the last line. */
    default boolean keeps(Mail mail) {
        return true;
    }

    /** Everything that a reader must leave as it is (ids, flags, counters), as text; empty where it cannot be seen. */
    default Optional<String> snapshot() throws Exception {
        return Optional.empty();
    }

    /** Whether messages have flags at all. */
    default boolean keepsFlags() {
        return true;
    }

    /** Whether messages can have keywords. */
    default boolean keepsKeywords() {
        return keepsFlags();
    }

    /** Somebody sets the flags of the first message with this Message-ID. */
    default boolean setFlags(FolderPath folder, String messageId, Flags flags) throws Exception {
        return false;
    }

    /** Somebody removes the first message with this Message-ID. */
    default boolean expunge(FolderPath folder, String messageId) throws Exception {
        return false;
    }

    /** The folder gets a new epoch, with the same messages (UIDVALIDITY changes). */
    default boolean renewEpoch(FolderPath folder) throws Exception {
        return false;
    }

    /** Somebody puts a message that stands in one folder into another besides, as a label. */
    default boolean label(FolderPath folder, String messageId, FolderPath label) throws Exception {
        return false;
    }

    /** Every session of now loses its connection. New ones can be opened. */
    default boolean cut() throws Exception {
        return false;
    }

    /** From now on the server is silent to the sessions of now, and keeps their connections. */
    default boolean hang() throws Exception {
        return false;
    }

    /** The limit that sessions have for a wait. Short, since tests wait for it. */
    default Duration patience() {
        return Duration.ofSeconds(3);
    }

    /** Whether items may share a position, so that what stood at a mark may show up again from it on. */
    default boolean coarseMarks() {
        return false;
    }

    /** Whether several sessions may be open at once. */
    default boolean manySessions() {
        return true;
    }

    /** Gives back what the fixture holds. */
    default void close() throws Exception {
        // most have nothing to give back
    }
}
