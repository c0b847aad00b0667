package org.mailwain.mail.internal.pop;

import java.util.List;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;

/** Tries a server step by step. */
public final class PopProbe {
    private final boolean hasTls;
    private final ProbeSink sink;
    private ProbeSink.Step next = ProbeSink.Step.RESOLVE;

    public PopProbe(boolean hasTls, ProbeSink sink) {
        this.hasTls = hasTls;
        this.sink = sink;
    }

    /** Makes what opens; may itself find the settings impossible. */
    public interface Maker {
        PopOpening make() throws FailureException;
    }

    /** @param login null to end before signing in */
    public void run(Maker maker, Login login) throws FailureException {
        MailboxReader session = null;
        try {
            session = maker.make().open(login, this::passed);
            if (session != null) {
                // one folder, and what counts is how much is in it
                passed(
                        ProbeSink.Step.FOLDERS,
                        List.of(1, session.state(FolderPath.INBOX).count()));
            }
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            sink.failed(next, e.failure());
        } finally {
            if (session != null) {
                session.close();
            }
        }
    }

    private void passed(ProbeSink.Step step, List<Object> findings) {
        ProbeSink.Step[] steps = ProbeSink.Step.values();
        int following = step.ordinal() + 1;
        if (following < steps.length) {
            boolean skipped = steps[following] == ProbeSink.Step.TLS && !hasTls;
            next = steps[skipped ? following + 1 : following];
        }
        sink.passed(step, findings.stream().map(Argument::of).toList());
    }
}
