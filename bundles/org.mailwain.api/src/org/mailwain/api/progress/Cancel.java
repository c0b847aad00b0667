package org.mailwain.api.progress;

/** The wish of a person or a shutdown to end work soon. Thread-safe. */
public interface Cancel {
    /** A cancel that never comes. */
    Cancel NEVER = new CancelSource();

    boolean requested();

    /** @throws CancelledException when it was requested */
    default void check() throws CancelledException {
        if (requested()) {
            throw new CancelledException();
        }
    }

    /**
     * Runs the action once when cancel is requested, at once if it already was, on the thread that requests. Whoever
     * blocks (a socket, a queue) registers what unblocks it and closes the registration afterwards.
     */
    Registration onCancel(Runnable unblock);

    /** Takes the action back. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
