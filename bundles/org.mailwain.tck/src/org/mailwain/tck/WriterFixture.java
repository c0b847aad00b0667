package org.mailwain.tck;

import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.SessionContext;

/** A mailbox for one test that can be written. */
public interface WriterFixture extends ReaderFixture {
    @Override
    MailboxWriter open(SessionContext context) throws FailureException;

    /** What stands in a folder, seen another way than by the sessions under test, in the order of arrival. */
    List<Mail> standing(FolderPath folder) throws Exception;

    /**
     * From now on what sessions of now send arrives and no answer comes back; after a moment their connections are
     * lost. So what they write stands there, and they cannot know.
     */
    default boolean loseAnswers() throws Exception {
        return false;
    }

    /** From now on the server refuses messages with this Message-ID, each with an answer of its own. */
    default boolean refuse(String messageId) throws Exception {
        return false;
    }

    /** Whether folders can be subscribed to. */
    default boolean keepsSubscriptions() {
        return true;
    }

    /** Waits until nothing that was in flight can land any more. */
    default void calm() throws Exception {
        Thread.sleep(300);
    }
}
