package org.mailwain.discovery.internal;

import java.util.List;
import org.mailwain.api.failure.FailureException;

/** The DNS, whose answers are not trusted. Thread-safe; every wait has a limit. */
interface Names {
    /** @param host without the dot at its end; empty where the service is not offered */
    record Service(String host, int port, int priority) {}

    /** SRV records in the order in which they are to be used; empty where there are none. */
    List<Service> services(String name) throws FailureException;

    /** Hosts of the MX records, the preferred first; empty where there are none. */
    List<String> exchangers(String domain) throws FailureException;
}
