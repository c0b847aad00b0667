package org.mailwain.api.provider;

import java.util.List;
import org.mailwain.api.failure.FailureException;

/** Takes the outcomes of batches in the order in which they were drawn. Called on the session's thread. */
public interface OutcomeSink {
    /** @param outcomes one per item of the batch, in its order */
    void answered(AppendBatch batch, List<Outcome> outcomes) throws FailureException;
}
