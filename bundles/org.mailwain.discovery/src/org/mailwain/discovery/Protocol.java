package org.mailwain.discovery;

/** A protocol by which mail is read. */
public enum Protocol {
    IMAP(993, 143),
    POP3(995, 110);

    private final int tlsPort;
    private final int port;

    Protocol(int tlsPort, int port) {
        this.tlsPort = tlsPort;
        this.port = port;
    }

    /** The usual port. */
    public int port(Protection protection) {
        return protection == Protection.TLS ? tlsPort : port;
    }
}
