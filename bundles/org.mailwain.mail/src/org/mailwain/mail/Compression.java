package org.mailwain.mail;

/** Whether COMPRESS=DEFLATE (RFC 4978) is used where a server offers it. */
public enum Compression {
    /** On a line whose round trip is long enough that bytes cost more than their compression. */
    AUTO,
    ON,
    OFF
}
