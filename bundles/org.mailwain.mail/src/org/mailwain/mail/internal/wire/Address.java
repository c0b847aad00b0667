package org.mailwain.mail.internal.wire;

/** A server's host and port. */
public record Address(String host, int port) {
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
