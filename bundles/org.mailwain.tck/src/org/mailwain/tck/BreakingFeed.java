package org.mailwain.tck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.Feed;

/** Gives the first batch, and once that is answered breaks the connection while it gives the others. */
final class BreakingFeed implements Feed<AppendBatch> {
    private final Deque<AppendBatch> rest;
    private final List<AppendBatch> drawn = new ArrayList<>();
    private final Answers answers;
    private final Sessions.Action breaks;

    BreakingFeed(List<AppendBatch> all, Answers answers, Sessions.Action breaks) {
        this.rest = new ArrayDeque<>(all);
        this.answers = answers;
        this.breaks = breaks;
    }

    /** Batches that the session has, in order. */
    List<AppendBatch> drawn() {
        return drawn;
    }

    @Override
    public AppendBatch poll() {
        return answers.batches().isEmpty() ? null : take();
    }

    @Override
    public AppendBatch take() {
        AppendBatch next = rest.poll();
        if (next != null) {
            drawn.add(next);
        }
        if (next != null && drawn.size() == 2) {
            try {
                breaks.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        return next;
    }
}
