package org.mailwain.engine.internal.job;

import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.engine.internal.limit.AnswerTime;
import org.mailwain.engine.internal.limit.EndpointGate;
import org.mailwain.engine.internal.limit.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to one side, opened when it is needed and again when it is lost, within the limits of the endpoint and
 * the patience of the policy. Confined to one thread at a time.
 */
public final class Side<S extends MailboxReader> implements AutoCloseable {
    private static final int MEASURED = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Side.class);

    private final Job job;
    private final EndpointGate gate;
    private final String account;
    private final Opener<S> opener;
    private final Patience patience;
    private final BodyStore bodies;
    private volatile Runnable full = () -> {};
    private EndpointGate.Permit permit;
    private final AnswerTime time;
    private int read;
    private long readBytes;
    private S session;

    /** Connects and signs in. */
    @FunctionalInterface
    public interface Opener<S> {
        S open(SessionContext context) throws FailureException;
    }

    /** Something done with a session, which may be done anew with another one. */
    @FunctionalInterface
    public interface Step<S, T> {
        T run(S session) throws FailureException;
    }

    /**
     * @param account that signs in
     * @param bounded whether bodies that are read wait for room
     */
    Side(Job job, EndpointGate gate, String account, boolean bounded, Opener<S> opener) {
        this.job = job;
        this.gate = gate;
        this.account = account;
        this.opener = opener;
        this.time = new AnswerTime(job.shared().rests());
        this.patience = new Patience(
                job.shared().settings().retry(),
                job.shared().clock(),
                job.shared().rests());
        this.bodies = bounded
                ? job.shared().bodies().forJob(job.stop().hard(), () -> {
                    time.enter();
                    full.run();
                })
                : job.shared().bodies().aside(job.stop().hard());
    }

    /** Whom to tell, on the thread of the session, that a message waits for room. */
    public void whenFull(Runnable action) {
        full = action;
    }

    /** The open session, or a new one; waits while the endpoint is down or has no room. */
    public S session() throws FailureException {
        while (session == null) {
            if (permit == null) {
                permit = gate.enter(account, job.stop().soft(), job.reporter()::waiting);
            }
            try {
                open();
            } catch (FailureException e) {
                permit.failed(e.failure());
                permit = null;
                if (e.failure().scope() != Scope.ENDPOINT) {
                    patience.rest(
                            e,
                            gate.address(),
                            job.reporter()::waiting,
                            job.stop().soft());
                }
            }
        }
        return session;
    }

    private void open() throws FailureException {
        session = opener.open(new SessionContext(
                job.stop().hard(),
                bodies,
                time.besides(gate.lease(job.stop().hard())),
                job.shared().services().asks(),
                job.shared().clock()));
        permit.succeeded();
    }

    /** For a connection that is welcome and not needed: opens it where one is free at once, and tries once. */
    public boolean openIfFree() throws FailureException {
        permit = gate.tryEnterNow(account);
        if (permit == null) {
            return false;
        }
        try {
            open();
            return true;
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            LOG.debug("no further connection to {}", gate.address(), e);
            close();
            return false;
        }
    }

    /** Does something, again with a new session while the old one is lost and the failure may pass. */
    public <T> T persist(Step<S, T> step) throws FailureException {
        while (true) {
            S open = session();
            try {
                T result = step.run(open);
                patience.progress();
                return result;
            } catch (FailureException e) {
                recover(e);
            }
        }
    }

    /** Takes in what was read before, as if it came by this connection. */
    public BodyStore bodies() {
        return bodies;
    }

    /** A command was answered, see {@link EndpointGate#answered}. */
    public void answered(long nanos, int items, long bytes) {
        gate.answered(nanos, items, bytes);
    }

    /**
     * A message was read. So many of them are measured together, by the time that the session spent on its server.
     *
     * @param last nothing more is to come of what was asked for
     */
    public void read(long bytes, boolean last) {
        read++;
        readBytes += bytes;
        if (read == MEASURED || last) {
            gate.answered(time.take(), read, readBytes);
            read = 0;
            readBytes = 0;
        }
    }

    /** Time that the session spends on its server. */
    public AnswerTime time() {
        return time;
    }

    /** Something got on: the next failure is the first again. */
    public void progress() {
        patience.progress();
    }

    /**
     * After a failure that ended the session: closes it and waits before the next.
     *
     * @throws FailureException the failure itself, where it is none of the session or will not pass
     */
    public void recover(FailureException e) throws FailureException {
        Failure failure = e.failure();
        boolean ofSession = failure.scope() == Scope.MAILBOX || failure.scope() == Scope.ENDPOINT;
        if (e instanceof CancelledException || !ofSession) {
            throw e;
        }
        close();
        if (failure.scope() == Scope.ENDPOINT && failure.retryable()) {
            gate.throttled(failure);
        } else if (failure.retryable()) {
            gate.lost(job.row().label(), failure);
        }
        patience.rest(e, gate.address(), job.reporter()::waiting, job.stop().soft());
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
        if (permit != null) {
            permit.close();
            permit = null;
        }
    }
}
