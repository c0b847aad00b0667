package org.mailwain.ui.driver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.swt.widgets.Display;

/**
 * How long a person would have waited for the window: asks the UI thread every few milliseconds for a sign of life, and
 * looks at its stack when that does not come soon. A moment inside a block counts with what was left of the block then,
 * so that a long one weighs as much as a person would feel of it. Thread-safe; {@link #close} ends it.
 */
public final class Pulse implements AutoCloseable {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long BLOCKED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int FRAMES = 40;
    /** Below it are the workbench's own beginnings, the same in every stack. */
    private static final String LOOP = "PartRenderingEngine";

    private static final int MOST_BLOCKS = 400;

    private final Display display;
    private final Thread ui;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, List<Long>> waits = new LinkedHashMap<>();
    private final Map<String, Long> works = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Thread asker;
    private volatile String phase;
    private volatile boolean closed;
    private volatile long answered;

    /**
     * The UI thread away from its events for longer than a person should feel.
     *
     * @param cpuMillis what the UI thread itself worked meanwhile; the rest it waited, or the machine had others to serve
     * @param stack where it was found most often, the innermost call first
     */
    public record Block(String phase, long millis, long cpuMillis, List<String> stack) {}

    /**
     * Of one phase, in milliseconds.
     *
     * @param longestWork the longest that the UI thread itself worked at once, whatever else the machine had to do
     */
    public record Wait(
            String phase, long moments, double middle, double ninetyNinth, double longest, double longestWork) {}

    /** @param phase the first */
    public Pulse(Display display, String phase) {
        this.display = display;
        this.ui = display.getThread();
        this.phase = phase;
        asker = Thread.ofPlatform()
                .daemon()
                .name("pulse")
                .priority(Thread.MAX_PRIORITY)
                .start(this::ask);
    }

    /** What comes counts for another phase, or one that was before. */
    public void phase(String name) {
        phase = name;
    }

    private void ask() {
        while (!closed) {
            String now = phase;
            long asked = System.nanoTime();
            long cpu = threads.getThreadCpuTime(ui.threadId());
            answered = 0;
            if (display.isDisposed()) {
                return;
            }
            display.asyncExec(() -> answered = System.nanoTime());
            Map<List<String>, Integer> stacks = new HashMap<>();
            while (answered == 0 && !closed) {
                LockSupport.parkNanos(TICK_NANOS / 5);
                if (System.nanoTime() - asked > BLOCKED_NANOS) {
                    stacks.merge(stack(), 1, Integer::sum);
                    LockSupport.parkNanos(TICK_NANOS);
                }
            }
            if (!closed) {
                count(now, answered - asked, threads.getThreadCpuTime(ui.threadId()) - cpu, stacks);
                LockSupport.parkNanos(TICK_NANOS);
            }
        }
    }

    private List<String> stack() {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement each : ui.getStackTrace()) {
            if (frames.size() >= FRAMES || each.getClassName().contains(LOOP)) {
                break;
            }
            frames.add(each.getClassName() + "." + each.getMethodName() + ":" + each.getLineNumber());
        }
        return frames;
    }

    private synchronized void count(String now, long nanos, long cpu, Map<List<String>, Integer> stacks) {
        List<Long> all = waits.computeIfAbsent(now, name -> new ArrayList<>());
        for (long left = nanos; left >= 0; left -= TICK_NANOS) {
            all.add(left);
        }
        works.merge(now, cpu, Math::max);
        if (nanos > BLOCKED_NANOS && blocks.size() < MOST_BLOCKS) {
            List<String> most = stacks.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(List.of());
            blocks.add(new Block(now, millis(nanos), millis(cpu), most));
        }
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    /** The longest first. */
    public synchronized List<Block> blocks() {
        return blocks.stream()
                .sorted(Comparator.comparingLong(Block::millis).reversed())
                .toList();
    }

    /** In the order in which the phases began. */
    public synchronized List<Wait> waits() {
        List<Wait> figures = new ArrayList<>();
        waits.forEach((name, all) -> figures.add(figures(name, all, works.get(name))));
        return figures;
    }

    /** Of several phases together. @param name that the sum is given */
    public synchronized Wait sum(String name, List<String> phases) {
        List<Long> all = new ArrayList<>();
        phases.forEach(each -> all.addAll(waits.getOrDefault(each, List.of())));
        long work = phases.stream()
                .mapToLong(each -> works.getOrDefault(each, 0L))
                .max()
                .orElse(0);
        return figures(name, all, work);
    }

    private static Wait figures(String name, List<Long> waits, long work) {
        List<Long> sorted = waits.stream().sorted().toList();
        return new Wait(name, sorted.size(), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), exact(work));
    }

    private static double at(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return exact(sorted.get(Math.max(0, index)));
    }

    private static double exact(long nanos) {
        return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    @Override
    public void close() {
        closed = true;
        try {
            asker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
