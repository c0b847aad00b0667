package org.mailwain.engine.internal.verify;

import java.io.IOException;

/** Goes once through records of bytes. Closed at its end by itself, before it by whoever gives up. */
interface Cursor extends AutoCloseable {
    /** The next record, or null at the end. */
    byte[] next() throws IOException;

    @Override
    void close() throws IOException;
}
