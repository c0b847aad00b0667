package org.mailwain.ledger.contract;

/** The durable steps of a run, counted; at one of them the process dies, and everything it still tries fails. Thread-safe. */
public final class Steps {
    private final long last;
    private final boolean after;
    private final Runnable death;
    private long count;
    private boolean dead;

    /** Stands for the death of the process: nobody catches it for good. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param last step at which the process dies, from 1; 0 never
     * @param after whether the step itself is still carried out
     */
    public Steps(long last, boolean after) {
        this(last, after, () -> {});
    }

    /** @param death what else happens when the process dies; never waits for a step */
    public Steps(long last, boolean after, Runnable death) {
        this.last = last;
        this.after = after;
        this.death = death;
    }

    public static Steps endless() {
        return new Steps(0, false);
    }

    /** Before something durable is done. */
    public synchronized void before() {
        check();
        count++;
        if (count == last && !after) {
            die();
            throw new Killed();
        }
    }

    /** After it was done. */
    public synchronized void after() {
        check();
        if (count >= last && last > 0 && after) {
            die();
            throw new Killed();
        }
    }

    /** For what only works while the process lives. */
    public synchronized void check() {
        if (dead) {
            throw new Killed();
        }
    }

    public synchronized void die() {
        if (!dead) {
            dead = true;
            death.run();
        }
    }

    public synchronized boolean isDead() {
        return dead;
    }

    public synchronized long count() {
        return count;
    }
}
