package org.mailwain.mail.internal.wire;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at open connections and ends those that are waited for too long. A blocking write has no time limit of its own
 * in Java, and a read's limit starts anew with every byte; closing the socket ends both. Thread-safe; its one daemon
 * thread lives while there is something to watch.
 */
public final class Watchdog {
    /** Something with a limit on its waits. */
    interface Watched {
        /** Called a few times a second on the watchdog's thread; must not block. */
        void look();
    }

    private static final long PERIOD_MILLIS = 100;

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private Thread thread;

    void watch(Watched connection) {
        watched.add(connection);
        synchronized (this) {
            if (thread == null) {
                thread = Thread.ofPlatform().daemon().name("mailwain-watchdog").start(this::run);
            }
        }
    }

    void leave(Watched connection) {
        watched.remove(connection);
    }

    private void run() {
        while (needed()) {
            watched.forEach(Watched::look);
            try {
                Thread.sleep(PERIOD_MILLIS);
            } catch (InterruptedException e) {
                // nobody else has this thread: the sleep is over, nothing more
                continue;
            }
        }
    }

    private synchronized boolean needed() {
        if (watched.isEmpty()) {
            thread = null;
            return false;
        }
        return true;
    }
}
