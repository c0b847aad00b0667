package org.mailwain.mail.internal.plain;

import org.mailwain.api.mail.HeaderIdentity;

/** Finds the empty line behind a message's header. */
final class HeaderEnd {
    private long count;
    private int lineLength;
    private boolean reached;

    void passed(int b) {
        count++;
        if (b == '\n') {
            reached = lineLength == 0;
            lineLength = 0;
        } else if (b != '\r') {
            lineLength++;
        }
    }

    /** Whether it is behind us, or further away than a header may be long. */
    boolean reached() {
        return reached || count >= HeaderIdentity.MAX_HEADER;
    }
}
