package org.mailwain.operations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.engine.Logins;

/** Tries the endpoints of a batch and the sign-in of its rows, on both sides, without writing anything. */
public final class ConnectOperation {
    private final BatchWork work;
    private final List<String> mailboxes;

    public ConnectOperation(BatchWork work, List<String> mailboxes) {
        this.work = work;
        this.mailboxes = List.copyOf(mailboxes);
    }

    public enum Side {
        SOURCE,
        TARGET
    }

    /** What a step found, and its failure, null where it passed. */
    public record Step(ProbeSink.Step step, List<Argument> findings, Failure failure) {}

    /** An endpoint tried up to the sign-in. */
    public record EndpointTry(Side side, String name, String address, List<Step> steps) {
        public boolean good() {
            return steps.stream().allMatch(step -> step.failure() == null);
        }
    }

    /**
     * Both sides of a row signed in to; a failure is null where it went well, or where the row has no target yet.
     *
     * @param remarks what somebody should know before the migration, though the sign-ins went well
     */
    public record MailboxTry(String label, int line, Failure source, Failure target, List<Failure> remarks) {
        public MailboxTry {
            remarks = List.copyOf(remarks);
        }

        public boolean good() {
            return source == null && target == null;
        }
    }

    /** Takes results as they come, on the calling thread: endpoints first, then rows in the order of the list. */
    public interface Sink {
        void endpoint(EndpointTry result);

        void mailbox(MailboxTry result);
    }

    /** @return whether all went well; rows are not tried where an endpoint does not even answer */
    public boolean connect(Sink sink, Cancel cancel) throws FailureException {
        SessionContext context =
                new SessionContext(cancel, new NoBodies(), LimitLease.UNLIMITED, work.asks(), Clock.systemUTC());
        EndpointProvider source = work.services().source(work.batch().source().kind());
        EndpointProvider target = work.services().target(work.batch().target().kind());
        EndpointTry first = tryEndpoint(Side.SOURCE, source, work.batch().source(), context);
        sink.endpoint(first);
        EndpointTry second = tryEndpoint(Side.TARGET, target, work.batch().target(), context);
        sink.endpoint(second);
        if (!first.good() || !second.good()) {
            return false;
        }
        boolean[] good = {true};
        Logins logins = work.logins(cancel);
        Crew.each(
                work.rows(mailboxes),
                work.batch().limits().mailboxes(),
                row -> {
                    List<Failure> remarks = new ArrayList<>();
                    Failure ofSource = failure(() -> signIn(
                            source,
                            logins.sourceEndpoint(work.batch().source(), row),
                            logins.source(row),
                            context,
                            remarks));
                    Failure ofTarget = row.emailAddress().isEmpty()
                            ? null
                            : failure(
                                    () -> signIn(target, work.batch().target(), logins.target(row), context, remarks));
                    return new MailboxTry(row.label(), row.line(), ofSource, ofTarget, remarks);
                },
                result -> {
                    good[0] &= result.good();
                    sink.mailbox(result);
                });
        return good[0];
    }

    /**
     * Tries one endpoint of a project up to the sign-in, which it leaves alone.
     *
     * @return why it cannot be used, or empty where its server answers
     */
    public static Optional<Failure> reach(Services services, Endpoint endpoint, Asks asks, Cancel cancel)
            throws FailureException {
        EndpointProvider provider = services.catalog()
                .provider(endpoint.kind())
                .orElseThrow(() -> OperationFailure.NO_PROVIDER.raise(endpoint.kind(), ""));
        SessionContext context =
                new SessionContext(cancel, new NoBodies(), LimitLease.UNLIMITED, asks, Clock.systemUTC());
        return probe(provider, endpoint, null, context).stream()
                .map(Step::failure)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static EndpointTry tryEndpoint(
            Side side, EndpointProvider provider, Endpoint endpoint, SessionContext context) throws FailureException {
        List<Step> steps = probe(provider, endpoint, null, context);
        return new EndpointTry(side, endpoint.name(), provider.address(endpoint), steps);
    }

    private static void signIn(
            EndpointProvider provider, Endpoint endpoint, Login login, SessionContext context, List<Failure> remarks)
            throws FailureException {
        for (Step step : probe(provider, endpoint, login, context, remarks)) {
            if (step.failure() != null) {
                throw new FailureException(step.failure());
            }
        }
    }

    static List<Step> probe(EndpointProvider provider, Endpoint endpoint, Login login, SessionContext context)
            throws FailureException {
        return probe(provider, endpoint, login, context, new ArrayList<>());
    }

    private static List<Step> probe(
            EndpointProvider provider, Endpoint endpoint, Login login, SessionContext context, List<Failure> remarks)
            throws FailureException {
        List<Step> steps = new ArrayList<>();
        provider.probe(endpoint, login, context, new ProbeSink() {
            @Override
            public void passed(Step step, List<Argument> findings) {
                steps.add(new ConnectOperation.Step(step, findings, null));
            }

            @Override
            public void noticed(Failure remark) {
                remarks.add(remark);
            }

            @Override
            public void failed(Step step, Failure failure) {
                steps.add(new ConnectOperation.Step(step, List.of(), failure));
            }
        });
        return steps;
    }

    private interface Attempt {
        void go() throws FailureException;
    }

    private static Failure failure(Attempt attempt) throws CancelledException {
        try {
            attempt.go();
            return null;
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            return e.failure();
        }
    }
}
