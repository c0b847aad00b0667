package org.mailwain.discovery.internal;

import org.mailwain.discovery.Attempt;
import org.mailwain.discovery.Protection;
import org.mailwain.discovery.Protocol;

/** Tries whether a server is there. Thread-safe; every wait has a limit. */
@FunctionalInterface
interface Door {
    Attempt knock(Protocol protocol, String host, int port, Protection protection);
}
