package org.mailwain.target.graph.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.target.graph.GraphFailure;

/** Creates messages, several batches side by side, the items of one after each other. Answers in the order of the feed. */
final class Appending {
    private final Wire wire;
    private final FolderTree tree;
    private final Creator creator;
    private final LimitLease limits;
    private final ExecutorService threads;
    private final int depth;

    Appending(Wire wire, FolderTree tree, Creator creator, LimitLease limits, ExecutorService threads, int depth) {
        this.wire = wire;
        this.tree = tree;
        this.creator = creator;
        this.limits = limits;
        this.threads = threads;
        this.depth = depth;
    }

    /** A batch at work. @param outcomes filled as its items are answered; read once the work has ended */
    private record Running(AppendBatch batch, Outcome[] outcomes, Future<FailureException> work) {}

    void run(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
        Deque<Running> underWay = new ArrayDeque<>();
        try {
            wire.check();
            creator.prepare();
            while (true) {
                if (underWay.isEmpty()) {
                    wire.check();
                    AppendBatch first = batches.take();
                    if (first == null) {
                        return;
                    }
                    underWay.add(start(first));
                }
                draw(batches, underWay);
                FailureException end = await(underWay.peek());
                if (end != null) {
                    fail(underWay, end, sink);
                    throw end;
                }
                Running done = underWay.remove();
                sink.answered(done.batch(), Arrays.asList(done.outcomes()));
            }
        } finally {
            underWay.forEach(Appending::await);
        }
    }

    private void draw(Feed<AppendBatch> batches, Deque<Running> underWay) throws FailureException {
        while (underWay.size() < depth) {
            AppendBatch more = batches.poll();
            if (more == null) {
                return;
            }
            underWay.add(start(more));
        }
    }

    private Running start(AppendBatch batch) {
        Outcome[] outcomes = new Outcome[batch.items().size()];
        return new Running(batch, outcomes, threads.submit(() -> work(batch, outcomes)));
    }

    /** Ends what is under way, and says of each batch what is known. */
    private void fail(Deque<Running> underWay, FailureException end, OutcomeSink sink) throws FailureException {
        wire.end(end.failure());
        List<Running> all = new ArrayList<>(underWay);
        all.forEach(Appending::await);
        underWay.clear();
        Outcome unknown = new Outcome.Unknown(end.failure());
        for (Running running : all) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Outcome outcome : running.outcomes()) {
                outcomes.add(outcome == null ? unknown : outcome);
            }
            sink.answered(running.batch(), outcomes);
        }
    }

    /** Requests have their time limits, and close and cancel end them, so this ends. */
    private static FailureException await(Running running) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return running.work().get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @return what ends the session, else null */
    private FailureException work(AppendBatch batch, Outcome[] outcomes) {
        for (int i = 0; i < outcomes.length; i++) {
            try {
                outcomes[i] = one(batch.folder(), batch.items().get(i));
            } catch (Refused e) {
                outcomes[i] = new Outcome.Refused(e.failure());
            } catch (Unanswered e) {
                if (e.ends()) {
                    return e;
                }
                outcomes[i] = new Outcome.Unknown(e.failure());
            } catch (FailureException e) {
                boolean alone = e.failure().scope() == Scope.MESSAGE
                        || e.failure().scope() == Scope.FOLDER
                        || e.failure().is(GraphFailure.THROTTLED);
                if (!alone) {
                    return e;
                }
                outcomes[i] = new Outcome.Refused(e.failure());
            }
        }
        return null;
    }

    private Outcome one(FolderPath folder, AppendItem item) throws FailureException {
        long size = item.body().size();
        long limit = wire.settings().itemLimit().count();
        if (size > limit) {
            return new Outcome.Refused(GraphFailure.TOO_LARGE.with(new Argument.Size(size), new Argument.Size(limit)));
        }
        String id = tree.id(folder);
        limits.acquire(LimitLease.Kind.MESSAGES, 1);
        limits.acquire(LimitLease.Kind.BYTES, size);
        return creator.create(folder, id, item);
    }
}
