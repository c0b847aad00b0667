package org.mailwain.mail.internal.imap;

import java.util.List;
import org.mailwain.api.provider.ProbeSink;

/** Told what each step of opening a session found. */
interface Step {
    void passed(ProbeSink.Step step, List<Object> findings);

    Step UNTOLD = (step, findings) -> {};
}
