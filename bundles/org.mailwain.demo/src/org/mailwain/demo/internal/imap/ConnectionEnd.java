package org.mailwain.demo.internal.imap;

import java.io.IOException;

/** The connection ends now: with a BYE where there is a text, without a word where there is none. */
final class ConnectionEnd extends IOException {
    private static final long serialVersionUID = 1;

    ConnectionEnd(String bye) {
        super(bye);
    }

    static ConnectionEnd silent() {
        return new ConnectionEnd(null);
    }
}
