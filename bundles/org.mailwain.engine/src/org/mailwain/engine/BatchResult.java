package org.mailwain.engine;

import java.time.Instant;
import java.util.List;
import org.mailwain.api.failure.Failure;

/**
 * What a run over a batch came to.
 *
 * @param failure why the run as a whole failed, else null
 * @param mailboxes those worked on, in the order of the list
 */
public record BatchResult(Ending ending, Failure failure, List<MailboxResult> mailboxes, Instant began, Instant ended) {
    public BatchResult {
        mailboxes = List.copyOf(mailboxes);
    }
}
