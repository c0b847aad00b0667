package org.mailwain.engine;

/** The durable steps of a run, counted; at one of them the process dies, and everything it still tries fails. */
final class Steps {
    private final long last;
    private final boolean after;
    private long count;
    private boolean dead;

    /** Stands for the death of the process: nobody catches it for good. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param last step at which the process dies, from 1; 0 never
     * @param after whether the step itself is still carried out
     */
    Steps(long last, boolean after) {
        this.last = last;
        this.after = after;
    }

    static Steps endless() {
        return new Steps(0, false);
    }

    /** Before something durable is done. */
    synchronized void before() {
        if (dead) {
            throw new Killed();
        }
        count++;
        if (count == last && !after) {
            dead = true;
            throw new Killed();
        }
    }

    /** After it was done. */
    synchronized void after() {
        if (dead) {
            throw new Killed();
        }
        if (count >= last && last > 0 && after) {
            dead = true;
            throw new Killed();
        }
    }

    /** For what only works while the process lives. */
    synchronized void check() {
        if (dead) {
            throw new Killed();
        }
    }

    synchronized void die() {
        dead = true;
    }

    synchronized long count() {
        return count;
    }
}
