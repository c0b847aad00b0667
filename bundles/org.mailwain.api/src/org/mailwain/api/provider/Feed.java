package org.mailwain.api.provider;

import java.util.Iterator;
import org.mailwain.api.progress.CancelledException;

/**
 * Requests that a session draws as it has room for them, so that commands are under way before the first is answered.
 * Used by the one thread that runs the session's call.
 */
public interface Feed<T> {
    /** The next request if one is ready, else null, at once. Null does not mean the end. */
    T poll() throws CancelledException;

    /** The next request, waiting for it; null at the end. A session calls it only with nothing under way. */
    T take() throws CancelledException;

    /** All of a list, ready from the start. */
    static <T> Feed<T> of(Iterable<T> all) {
        Iterator<T> rest = all.iterator();
        return new Feed<>() {
            @Override
            public T poll() {
                return rest.hasNext() ? rest.next() : null;
            }

            @Override
            public T take() {
                return poll();
            }
        };
    }
}
