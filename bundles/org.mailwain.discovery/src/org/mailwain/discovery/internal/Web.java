package org.mailwain.discovery.internal;

import java.net.URI;
import org.mailwain.api.failure.FailureException;

/** Reads small files from the web. Thread-safe; every wait has a limit. */
interface Web {
    /** @param place where it was found in the end, after redirects */
    record Page(URI place, byte[] bytes) {}

    /** @throws FailureException where there is none, by its own words */
    Page get(URI address) throws FailureException;
}
