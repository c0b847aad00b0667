package org.mailwain.mail.internal.imap;

import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.Feed;
import org.mailwain.mail.internal.protocol.Pipeline;

/** Draws requests while there is room for them, and reads answers meanwhile, all on one thread. */
final class Pump<T> {
    private static final long LONGEST_NAP_MICROS = 4_000;
    private static final long LOOKING_NANOS = 1_000_000_000;

    /** What is done with requests. */
    interface Work<T> {
        /** Sends what the request needs. */
        void start(T request) throws FailureException;

        /** Whether another request may be sent before the next answer. */
        boolean hasRoom();

        /** Whether requests wait for answers. */
        boolean isBusy();

        /** Called between answers: what was not for the reading itself to do. */
        void progress() throws FailureException;
    }

    private final Pipeline pipeline;
    private final Feed<T> feed;
    private final Work<T> work;

    Pump(Pipeline pipeline, Feed<T> feed, Work<T> work) {
        this.pipeline = pipeline;
        this.feed = feed;
        this.work = work;
    }

    /** What ends a call early ends the session: answers that are still due would reach whoever calls next. */
    void run() throws FailureException {
        try {
            pump();
        } catch (FailureException | RuntimeException e) {
            if (!pipeline.idle()) {
                pipeline.wire().close();
            }
            throw e;
        }
    }

    private void pump() throws FailureException {
        while (true) {
            draw();
            work.progress();
            if (work.isBusy()) {
                if (!work.hasRoom() || awaitEither()) {
                    pipeline.step();
                }
            } else {
                T request = feed.take();
                if (request == null) {
                    return;
                }
                work.start(request);
            }
        }
    }

    private void draw() throws FailureException {
        while (work.hasRoom()) {
            T request = feed.poll();
            if (request == null) {
                return;
            }
            work.start(request);
        }
    }

    /**
     * Waits until the server has answered or the feed has a request, which is then started.
     *
     * @return whether an answer is there
     */
    private boolean awaitEither() throws FailureException {
        pipeline.flush();
        long nap = 100;
        long start = System.nanoTime();
        // later on the connection's own limits have to count the time
        while (!pipeline.ready() && System.nanoTime() - start < LOOKING_NANOS) {
            T request = feed.poll();
            if (request != null) {
                work.start(request);
                return false;
            }
            nap(nap);
            nap = Math.min(nap * 2, LONGEST_NAP_MICROS);
        }
        return true;
    }

    private static void nap(long micros) throws CancelledException {
        try {
            Thread.sleep(micros / 1000, (int) (micros % 1000) * 1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
