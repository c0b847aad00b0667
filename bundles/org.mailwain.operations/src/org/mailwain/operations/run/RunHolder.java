package org.mailwain.operations.run;

import java.time.Instant;

/** The process that runs a batch. */
public record RunHolder(long pid, String host, Instant since) {
    @Override
    public String toString() {
        return "process " + pid + " on " + host;
    }
}
