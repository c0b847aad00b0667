package org.mailwain.engine.internal.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.engine.EndpointPicture;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.RetryPolicy;

/**
 * Who may connect to an endpoint, and when. While the endpoint is down everybody waits and one at a time tries; after
 * the policy's limit all are told that it stays down. Connections allowed are halved when the server throttles and grow
 * by one now and then (additive increase, multiplicative decrease).
 */
public final class EndpointGate {
    private static final Duration GROWTH = Duration.ofSeconds(15);
    private static final Duration GLANCE = Duration.ofSeconds(1);
    /** So many connections of several mailboxes lost within this time are no accidents. */
    private static final int STORM = 3;

    private static final Duration STORM_TIME = Duration.ofSeconds(30);

    private final String address;
    private final Clock clock;
    private final Rests rests;
    private final RetryPolicy policy;
    private final LocalLease lease;
    private final Pauses pauses;
    private final Accounts accounts;
    private EndpointLimits limits;
    private int open;
    private int allowed;
    private Instant allowedSince;
    private Failure reason;
    private Instant downSince;
    private Instant nextTry;
    private boolean trying;
    private final Deque<Loss> losses = new ArrayDeque<>();
    private final Pace pace = new Pace();

    /** A session of a mailbox that ended against our will. */
    private record Loss(Instant at, String mailbox) {}

    EndpointGate(
            String address, EndpointLimits limits, Accounts accounts, Clock clock, Rests rests, RetryPolicy policy) {
        this.address = address;
        this.limits = limits;
        this.accounts = accounts;
        this.clock = clock;
        this.rests = rests;
        this.policy = policy;
        this.lease = new LocalLease(limits, clock, rests);
        this.pauses = new Pauses(policy);
        this.allowed = limits.connections();
        this.allowedSince = clock.instant();
    }

    public String address() {
        return address;
    }

    public LimitLease lease(Cancel cancel) {
        return lease.forSession(cancel);
    }

    public synchronized void change(EndpointLimits newLimits) {
        limits = newLimits;
        allowed = newLimits.connections();
        lease.change(newLimits);
        notifyAll();
    }

    public synchronized EndpointLimits limits() {
        return limits;
    }

    public synchronized EndpointPicture picture() {
        Instant held = lease.heldUntil();
        return new EndpointPicture(address, limits, open, allowed, reason, held != null ? held : nextTry);
    }

    /**
     * Waits for a connection. The caller says with {@link Permit#succeeded} or {@link Permit#failed} how opening went.
     *
     * @param account that signs in
     * @throws FailureException where the endpoint was down for too long
     */
    public Permit enter(String account, Cancel cancel, WaitListener listener) throws FailureException {
        Cancel.Registration waking = cancel.onCancel(this::wake);
        try {
            boolean told = false;
            while (true) {
                cancel.check();
                Wait wait = tryEnter(account);
                if (wait == null) {
                    return new Permit(account);
                }
                if (!told && wait.until() != null) {
                    listener.waiting(address, wait.reason(), wait.until());
                    told = true;
                }
                pass(wait, account, cancel);
            }
        } finally {
            waking.close();
        }
    }

    /** A connection, if one is free at once. */
    public synchronized Permit tryEnterNow(String account) {
        if (downSince != null || lease.heldUntil() != null || !hasRoom(account)) {
            return null;
        }
        entered(account);
        return new Permit(account);
    }

    private boolean hasRoom(String account) {
        return open < Math.min(limits.connections(), allowed) && accounts.hasRoom(account);
    }

    private void entered(String account) {
        open++;
        accounts.enter(account);
    }

    /** @param until null: somebody has to leave first */
    private record Wait(Failure reason, Instant until) {}

    private synchronized Wait tryEnter(String account) throws FailureException {
        Instant now = clock.instant();
        Instant held = lease.heldUntil();
        if (held != null) {
            return new Wait(reason, held);
        }
        if (downSince != null) {
            if (hopeless(now)) {
                throw new FailureException(reason);
            }
            if (trying || now.isBefore(nextTry)) {
                return new Wait(reason, nextTry);
            }
            trying = true;
            entered(account);
            return null;
        }
        if (Duration.between(allowedSince, now).compareTo(GROWTH) >= 0 && allowed < limits.connections()) {
            allowed++;
            allowedSince = now;
        }
        if (!hasRoom(account)) {
            return new Wait(null, null);
        }
        entered(account);
        return null;
    }

    /** Down for longer than the policy waits; after a longest pause somebody may try anew. */
    private boolean hopeless(Instant now) {
        boolean over = !reason.retryable() || Duration.between(downSince, now).compareTo(policy.limit()) > 0;
        if (over && now.isAfter(nextTry.plus(policy.longest()))) {
            downSince = null;
            return false;
        }
        return over;
    }

    private void pass(Wait wait, String account, Cancel cancel) throws CancelledException {
        if (wait.until() == null) {
            awaitLeaving(account);
            return;
        }
        Duration left = Duration.between(clock.instant(), wait.until());
        rests.rest(left.compareTo(GLANCE) > 0 ? GLANCE : left.isNegative() ? Duration.ofMillis(50) : left, cancel);
    }

    private synchronized void awaitLeaving(String account) throws CancelledException {
        try {
            if (!hasRoom(account)) {
                wait(GLANCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    /** A session heard from the server that it is too much. */
    public synchronized void throttled(Failure failure) {
        Instant now = clock.instant();
        if (Duration.between(allowedSince, now).compareTo(GLANCE) > 0 || allowed == limits.connections()) {
            allowed = Math.max(1, Math.min(allowed, Math.max(open, 2)) / 2);
            allowedSince = now;
        }
        reason = failure;
        lease.holdUntil(failure.earliestRetry().orElseGet(() -> now.plus(pauses.next())));
    }

    /**
     * A session ended against our will. A server that names a time is obeyed; one that hangs up on several mailboxes
     * shortly after one another is taken to be overloaded, whatever it says.
     */
    public synchronized void lost(String mailbox, Failure failure) {
        Instant now = clock.instant();
        losses.addLast(new Loss(now, mailbox));
        while (losses.peekFirst().at().isBefore(now.minus(STORM_TIME))) {
            losses.removeFirst();
        }
        boolean several = losses.stream().map(Loss::mailbox).distinct().count() > 1;
        if (failure.notBefore() != null || several && losses.size() >= STORM) {
            losses.clear();
            throttled(failure);
        }
    }

    /**
     * A command was answered. Answers that become much slower than they were tell of a server that has too much to do,
     * before it says so.
     *
     * @param nanos from sending to the answer
     * @param bytes that were sent
     */
    public synchronized void answered(long nanos, int items, long bytes) {
        if (pace.slowed(nanos, items, bytes) && allowed > 1) {
            allowed = Math.max(1, Math.min(allowed, Math.max(open, 2)) / 2);
            allowedSince = clock.instant();
            reason = EngineFailure.SLOWER.with(address, allowed);
        }
    }

    private synchronized void down(Failure failure) {
        Instant now = clock.instant();
        reason = failure;
        trying = false;
        if (downSince == null) {
            downSince = now;
            pauses.reset();
        }
        nextTry = failure.earliestRetry().orElseGet(() -> now.plus(pauses.next()));
        notifyAll();
    }

    private synchronized void up() {
        downSince = null;
        nextTry = null;
        reason = null;
        trying = false;
        pauses.reset();
        notifyAll();
    }

    private synchronized void left(String account) {
        open--;
        accounts.leave(account);
        notifyAll();
    }

    /** One connection; closing gives it back. */
    public final class Permit implements AutoCloseable {
        private final String account;
        private boolean closed;

        private Permit(String account) {
            this.account = account;
        }

        /** Connected and signed in. */
        public void succeeded() {
            up();
        }

        /** Could not be opened; a failure of the endpoint makes everybody wait. */
        public void failed(Failure failure) {
            switch (failure.scope()) {
                case ENDPOINT -> down(failure);
                case RUN -> release();
                default -> up();
            }
            close();
        }

        /** Ends without a word about the endpoint, after a cancel. */
        private void release() {
            synchronized (EndpointGate.this) {
                trying = false;
                EndpointGate.this.notifyAll();
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                left(account);
            }
        }
    }
}
