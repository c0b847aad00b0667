package org.mailwain.api.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The bytes of one message, in memory or in a spool file; may be opened again and again until it is closed. */
public interface Body extends AutoCloseable {
    /** Exact number of bytes. */
    long size();

    InputStream open() throws IOException;

    default void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }

    /** Gives memory or file back. Closing twice is once. */
    @Override
    void close();
}
