package org.mailwain.mail.internal.imap;

import java.util.List;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;

/** Tries a server step by step. */
public final class Probe {
    private final boolean hasTls;
    private final ProbeSink sink;
    private ProbeSink.Step next = ProbeSink.Step.RESOLVE;

    public Probe(ImapSettings settings, ProbeSink sink) {
        this.hasTls = settings.security() != Security.NONE;
        this.sink = sink;
    }

    /** Makes what opens; may itself find the settings impossible. */
    public interface Maker {
        Opening make() throws FailureException;
    }

    /** @param login null to end before signing in */
    public void run(Maker maker, Login login) throws FailureException {
        Session session = null;
        try {
            session = maker.make().open(login, this::passed);
            if (session != null) {
                int folders = folders(session);
                passed(ProbeSink.Step.FOLDERS, List.of(folders));
            }
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            sink.failed(next, e.failure());
        } finally {
            if (session != null) {
                session.leave();
            }
        }
    }

    private static int folders(Session session) throws FailureException {
        return new Lister(session).list(false).size();
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
