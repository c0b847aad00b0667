package org.mailwain.api.repair;

import java.io.IOException;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.CancelledException;

/** One small change that makes a refused message acceptable. A service; tried only on refusal, only where allowed. */
public interface RepairRule {
    /** Stable name, shown in the evidence sheet. */
    String id();

    /** Rules are tried in rising order. */
    int order();

    /**
     * @param refusal of the original by the target
     * @return the repaired message, or empty where the rule finds nothing to mend; the original stays untouched
     */
    Optional<Body> repair(Body original, Failure refusal, BodyStore bodies) throws IOException, CancelledException;
}
