package org.mailwain.api.provider;

import java.util.List;
import org.mailwain.api.failure.FailureException;

/** Takes what stands in a folder, in pages. Called on the session's thread. */
@FunctionalInterface
public interface StandingSink {
    void page(List<Standing> items) throws FailureException;
}
