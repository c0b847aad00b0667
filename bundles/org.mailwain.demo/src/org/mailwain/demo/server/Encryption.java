package org.mailwain.demo.server;

/** How a connection is protected. */
public enum Encryption {
    /** From the first byte on. */
    TLS,
    /** After STARTTLS; until then nobody can sign in. */
    STARTTLS,
    /** Not at all. */
    NONE
}
