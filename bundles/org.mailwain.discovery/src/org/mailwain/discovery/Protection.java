package org.mailwain.discovery;

/** How a connection is protected; the words are those of endpoint files. */
public enum Protection {
    TLS,
    STARTTLS,
    NONE
}
