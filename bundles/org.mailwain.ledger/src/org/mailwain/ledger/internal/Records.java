package org.mailwain.ledger.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mailwain.ledger.FolderRecord;

/** Records of folder pairs as of the last commit, for a process that writes alone; the least used are forgotten. */
final class Records {
    private static final int MOST = 20_000;

    private final Map<Long, FolderRecord> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, FolderRecord> eldest) {
            return size() > MOST;
        }
    };
    private long commits;

    /** The record, or null. */
    synchronized FolderRecord get(long pair) {
        return known.get(pair);
    }

    /** To be asked before something is read that shall be {@link #learn learnt}. */
    synchronized long commits() {
        return commits;
    }

    /** Takes what was read, unless something was committed meanwhile. */
    synchronized void learn(long pair, FolderRecord record, long commitsBefore) {
        if (commits == commitsBefore) {
            known.put(pair, record);
        }
    }

    synchronized void committed(long pair, FolderRecord record, Collection<Long> others) {
        commits++;
        known.put(pair, record);
        known.keySet().removeAll(others);
    }
}
