package org.mailwain.mail.internal.wire;

import java.time.Duration;

/**
 * Bounds of every wait on a connection and of what a server may send.
 *
 * @param connect for resolving, connecting, the TLS handshake and the greeting, each
 * @param silence longest wait without a whole line or a fair amount of bytes
 * @param answer longest wait without an answer that is of use
 * @param line longest response, literals aside, in bytes
 * @param depth deepest nesting of parentheses
 */
public record WireLimits(Duration connect, Duration silence, Duration answer, int line, int depth) {
    public static final int LINE = 1 << 20;
    public static final int DEPTH = 50;

    /** A server that says 'still here' is waited for five times as long as one that says nothing. */
    public static WireLimits of(Duration connect, Duration silence) {
        return new WireLimits(connect, silence, silence.multipliedBy(5), LINE, DEPTH);
    }
}
