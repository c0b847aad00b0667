package org.mailwain.target.graph.internal;

import java.util.HashSet;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.target.graph.GraphSettings;

/** What all sessions of this process on one mailbox share. Thread-safe. */
final class MailboxShare {
    private final Budget budget;
    private final Set<AppendKey> lost = new HashSet<>();
    private boolean swept;

    MailboxShare(GraphSettings settings) {
        this.budget = new Budget(settings);
    }

    Budget budget() {
        return budget;
    }

    /** Something was made half, or perhaps was, and has no place yet. */
    synchronized void lost(AppendKey key) {
        lost.add(key);
    }

    /** Those told since the last call. */
    synchronized Set<AppendKey> takeLost() {
        Set<AppendKey> all = Set.copyOf(lost);
        lost.clear();
        return all;
    }

    /** Tidies up. */
    interface Sweep {
        void sweep() throws FailureException;
    }

    /** Once, before the first session makes anything: what stands half made is from a process that is gone. */
    synchronized void sweepOnce(Sweep sweep) throws FailureException {
        if (!swept) {
            sweep.sweep();
            swept = true;
        }
    }
}
