package org.mailwain.credentials.internal.oauth;

import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;

/** Gets tokens of one kind from their service. Called by one thread at a time. */
interface Fetcher {
    /**
     * @param fresh whether it has to be a new one, since the last was refused or is about to end
     * @param cancel ends waits
     */
    Token fetch(boolean fresh, Cancel cancel) throws FailureException;
}
