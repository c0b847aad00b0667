package org.mailwain.presenters.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The one thread that reads projects. Of several wishes for one project in a moment only the last is carried out. */
final class Reading implements AutoCloseable {
    private static final long MOMENT_MILLIS = 120;

    private final Map<Object, Runnable> wishes = new LinkedHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("project reader").unstarted(work));

    void soon(Object whose, Runnable wish) {
        synchronized (wishes) {
            Runnable earlier = wishes.put(whose, wish);
            if (earlier == null && !thread.isShutdown()) {
                thread.schedule(() -> carryOut(whose), MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Does something over and over. */
    void every(long millis, Runnable work) {
        thread.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void carryOut(Object whose) {
        Runnable wish;
        synchronized (wishes) {
            wish = wishes.remove(whose);
        }
        if (wish != null) {
            wish.run();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
