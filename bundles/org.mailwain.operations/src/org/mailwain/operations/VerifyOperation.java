package org.mailwain.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.Progress;
import org.mailwain.engine.Difference;
import org.mailwain.engine.Engine;
import org.mailwain.engine.MailboxVerdict;
import org.mailwain.engine.Verifier;
import org.mailwain.ledger.Ledger;

/** Compares source and target of a batch, folder by folder. */
public final class VerifyOperation {
    /** Differences that are told in full for one mailbox; all are counted. */
    public static final int TOLD = 1000;

    private final BatchWork work;
    private final List<String> mailboxes;
    private final boolean content;

    public VerifyOperation(BatchWork work, List<String> mailboxes, boolean content) {
        this.work = work;
        this.mailboxes = List.copyOf(mailboxes);
        this.content = content;
    }

    /** @param differences the first {@link #TOLD} of them */
    public record Result(MailboxVerdict verdict, List<Difference> differences) {}

    /** Takes the verdict on one mailbox, in the order of the list, on the calling thread. */
    @FunctionalInterface
    public interface Sink {
        void verified(Result result) throws FailureException;
    }

    public void verify(Sink sink, Progress progress, Cancel cancel) throws FailureException {
        Optional<Ledger> ledger = work.ledgerToRead();
        try (Engine engine = work.engine()) {
            Verifier verifier = new Verifier(
                    engine,
                    work.batch(),
                    work.logins(cancel),
                    ledger.orElse(null),
                    content ? Verifier.Depth.CONTENT : Verifier.Depth.IDENTITY,
                    progress,
                    cancel);
            Crew.each(
                    work.matchedRows(mailboxes),
                    work.batch().limits().mailboxes(),
                    row -> one(verifier, row),
                    sink::verified);
        } finally {
            ledger.ifPresent(Ledger::close);
        }
    }

    private static Result one(Verifier verifier, MailboxRow row) throws FailureException {
        List<Difference> told = new ArrayList<>();
        MailboxVerdict verdict = verifier.verify(row, difference -> {
            if (told.size() < TOLD) {
                told.add(difference);
            }
        });
        return new Result(verdict, told);
    }
}
