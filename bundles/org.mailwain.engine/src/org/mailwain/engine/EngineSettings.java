package org.mailwain.engine;

import java.nio.file.Path;

/**
 * What an engine may take of the machine.
 *
 * @param folder the project's {@code .mailwain}: {@code spool} and {@code originals} are made in it, for the owner alone
 * @param memory bytes of messages held in memory at once, over all mailboxes
 * @param spoolAbove messages above this many bytes go through a file
 * @param retry how long a server that went away is waited for
 */
public record EngineSettings(Path folder, long memory, long spoolAbove, RetryPolicy retry) {
    /** A quarter of the heap, files above 1 MB. */
    public static EngineSettings in(Path folder) {
        return new EngineSettings(folder, Runtime.getRuntime().maxMemory() / 4, 1_000_000, RetryPolicy.DEFAULT);
    }

    public EngineSettings {
        if (memory < 1 || spoolAbove < 1) {
            throw new IllegalArgumentException("memory " + memory + ", files above " + spoolAbove);
        }
    }
}
