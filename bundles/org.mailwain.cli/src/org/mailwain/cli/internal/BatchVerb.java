package org.mailwain.cli.internal;

import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.OpenOperation;
import picocli.CommandLine;

/** A verb that works on a batch of the project. */
abstract class BatchVerb extends Verb {
    @CommandLine.Parameters(arity = "0..1", paramLabel = "BATCH", descriptionKey = "batch")
    private String batch;

    /** The batch with everything that operations need. */
    protected final BatchWork open() throws FailureException {
        return opening().batch(batch);
    }

    protected final OpenOperation opening() {
        return new OpenOperation(services(), project(), context().asks());
    }

    protected final String batchName() {
        return batch;
    }

    /** A batch verb that can be narrowed to some mailboxes. */
    abstract static class Narrowed extends BatchVerb {
        @CommandLine.Option(
                names = {"-m", "--mailbox"},
                paramLabel = "NAME",
                descriptionKey = "mailbox")
        private List<String> mailboxes = List.of();

        protected final List<String> mailboxes() {
            return mailboxes;
        }
    }
}
