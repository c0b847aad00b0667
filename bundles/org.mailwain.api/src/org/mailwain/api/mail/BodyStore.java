package org.mailwain.api.mail;

import java.io.IOException;
import java.io.InputStream;
import org.mailwain.api.progress.CancelledException;

/**
 * Where bodies rest between source and target; owned by the engine, shared by all sessions of a process, bounded by
 * its settings. Thread-safe.
 */
public interface BodyStore {
    /**
     * Takes bytes from the stream until its end, into memory or, when they are many, into a file. Waits while the
     * budget is used up.
     *
     * @param announced bytes that the stream will give, for choosing the place; -1 unknown. Not trusted.
     */
    Body receive(InputStream in, long announced) throws IOException, CancelledException;
}
