package org.mailwain.mail.plain;

import java.util.List;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;

/** The steps of a connection test where there is no connection: the place is there, the mailbox is, it has folders. */
public final class PlainProbe {
    /** Looks whether the place of all mailboxes is there. */
    @FunctionalInterface
    public interface Place {
        void look() throws FailureException;
    }

    /** Opens one mailbox. */
    @FunctionalInterface
    public interface Opening {
        MailboxReader open() throws FailureException;
    }

    private PlainProbe() {}

    /**
     * @param address what people call the place
     * @param mailbox null to end before a mailbox is opened
     */
    public static void run(String address, Place place, Opening mailbox, ProbeSink sink) throws FailureException {
        ProbeSink.Step step = ProbeSink.Step.CONNECT;
        try {
            place.look();
            sink.passed(step, List.of(Argument.of(address)));
            if (mailbox == null) {
                return;
            }
            step = ProbeSink.Step.SIGN_IN;
            try (MailboxReader session = mailbox.open()) {
                sink.passed(step, List.of());
                step = ProbeSink.Step.FOLDERS;
                sink.passed(step, List.of(Argument.of(session.folders().size())));
            }
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            sink.failed(step, e.failure());
        }
    }
}
