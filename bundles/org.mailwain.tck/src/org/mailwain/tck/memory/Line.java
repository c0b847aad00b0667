package org.mailwain.tck.memory;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.SessionContext;

/** The connection of a session: passes the points of the script, and ends every wait at close, cancel or time limit. */
final class Line implements AutoCloseable {
    private final Faults faults;
    private final Cancel cancel;
    private final LimitLease limits;
    private final Clock clock;
    private final Duration timeout;
    private final CountDownLatch woken = new CountDownLatch(1);
    private final Cancel.Registration registration;
    private final boolean throttlingEnds;
    private volatile Failure end;
    private volatile boolean silent;

    Line(Faults faults, SessionContext context, Clock clock, Duration timeout) {
        this(faults, context, clock, timeout, true);
    }

    /** @param throttlingEnds whether a session ends when it is throttled, else the request alone is refused */
    Line(Faults faults, SessionContext context, Clock clock, Duration timeout, boolean throttlingEnds) {
        this.throttlingEnds = throttlingEnds;
        this.faults = faults;
        this.cancel = context.cancel();
        this.limits = context.limits();
        this.clock = clock;
        this.timeout = timeout;
        this.registration = cancel.onCancel(woken::countDown);
    }

    /** @throws FailureException where the session has ended or is to end */
    void check() throws FailureException {
        cancel.check();
        Failure why = end;
        if (why != null) {
            throw new FailureException(why);
        }
    }

    /** Loses the connection, from any thread. */
    void cut() {
        ended(MemoryFailure.CUT.with(""));
        woken.countDown();
    }

    /** No point is passed any more. */
    void hang() {
        silent = true;
    }

    boolean ended() {
        return end != null;
    }

    /** @return whether the answer that is given here lacks its ids */
    boolean pass(Faults.Point point) throws FailureException {
        check();
        if (silent) {
            sleep(timeout);
            throw ended(MemoryFailure.TIMEOUT.with(timeout));
        }
        boolean withoutIds = false;
        for (Faults.Effect effect : faults.pass(point)) {
            withoutIds |= effect instanceof Faults.Effect.WithoutIds;
            happen(point, effect);
        }
        check();
        return withoutIds;
    }

    private void happen(Faults.Point point, Faults.Effect effect) throws FailureException {
        switch (effect) {
            case Faults.Effect.Cut cut -> throw ended(MemoryFailure.CUT.with(point.name()));
            case Faults.Effect.Hang hang -> {
                sleep(timeout);
                throw ended(MemoryFailure.TIMEOUT.with(timeout));
            }
            case Faults.Effect.Delay delay -> {
                boolean inTime = delay.time().compareTo(timeout) <= 0;
                sleep(inTime ? delay.time() : timeout);
                if (!inTime) {
                    throw ended(MemoryFailure.TIMEOUT.with(timeout));
                }
            }
            case Faults.Effect.Fail fail -> throw ended(fail.failure());
            case Faults.Effect.Throttle throttle -> {
                Failure failure = MemoryFailure.THROTTLED
                        .with(throttle.rest())
                        .notBefore(clock.instant().plus(throttle.rest()));
                limits.holdUntil(failure.notBefore());
                throw throttlingEnds ? ended(failure) : new FailureException(failure);
            }
            case Faults.Effect.Run run -> run.action().run();
            case Faults.Effect.WithoutIds none -> {
                // the caller does this
            }
        }
    }

    /** Ends the session where the failure's scope says so. */
    FailureException ended(Failure failure) {
        if (failure.scope() != Scope.MESSAGE && failure.scope() != Scope.FOLDER && end == null) {
            end = failure;
        }
        return new FailureException(failure);
    }

    private void sleep(Duration time) throws FailureException {
        try {
            if (woken.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended(MemoryFailure.CLOSED.with());
        }
    }

    Faults faults() {
        return faults;
    }

    LimitLease limits() {
        return limits;
    }

    @Override
    public void close() {
        if (end == null) {
            end = MemoryFailure.CLOSED.with();
        }
        woken.countDown();
        registration.close();
    }
}
