package org.mailwain.api.tenant;

import java.util.Optional;
import org.mailwain.api.failure.Failure;

/**
 * How an endpoint writes mail into a tenant.
 *
 * @param name kind of the endpoint and its strategy, as its file says them
 * @param keepsBytes whether a message stays what it was, byte by byte, with its dates
 * @param loss what every message loses by it, where that is more than a few will notice
 */
public record Writing(String name, boolean keepsBytes, Optional<Failure> loss) {}
