package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.mailwain.api.provider.Feed;

/** A feed that sees to it that no more is drawn than may be, and that nobody waits with something under way. */
final class WatchedFeed<T> implements Feed<T> {
    private final Deque<T> rest;
    private final int depth;
    private final boolean halting;
    private final Thread thread = Thread.currentThread();
    private boolean halt;
    private int underWay;
    private int drawn;

    /**
     * @param depth how many may be under way at once
     * @param halting whether every second poll finds nothing, though there is more to come
     */
    WatchedFeed(List<T> all, int depth, boolean halting) {
        this.rest = new ArrayDeque<>(all);
        this.depth = Math.max(1, depth);
        this.halting = halting;
    }

    @Override
    public T poll() {
        halt = halting && !halt;
        return halt ? null : draw();
    }

    @Override
    public T take() {
        assertThat(underWay)
                .as("requests under way when the session waits for more")
                .isZero();
        return draw();
    }

    private T draw() {
        assertThat(Thread.currentThread()).as("thread that draws").isSameAs(thread);
        T next = rest.poll();
        if (next != null) {
            drawn++;
            underWay++;
            assertThat(underWay).as("requests drawn and not answered").isLessThanOrEqualTo(depth);
        }
        return next;
    }

    void answered() {
        underWay--;
    }

    int drawn() {
        return drawn;
    }

    void assertAllAnswered() {
        assertThat(rest).as("requests never drawn").isEmpty();
        assertThat(underWay).as("requests never answered").isZero();
    }
}
