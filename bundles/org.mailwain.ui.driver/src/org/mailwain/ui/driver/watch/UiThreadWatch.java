package org.mailwain.ui.driver.watch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Notes what waits on the UI thread. Woven code can call nothing but a static method of a class that every loader finds:
 * hence the state here, which is none of the product's. Thread-safe.
 */
public final class UiThreadWatch {
    private static final int FRAMES = 12;
    private static final Set<String> FOUND = new LinkedHashSet<>();
    private static final AtomicLong PASSED = new AtomicLong();

    private static volatile Thread watched;

    private UiThreadWatch() {}

    /** @param thread null ends the watch */
    public static void watch(Thread thread) {
        watched = thread;
    }

    /** Called by woven code before it calls what may wait. @param what class and method */
    public static void reached(String what) {
        if (Thread.currentThread() != watched) {
            PASSED.incrementAndGet();
            return;
        }
        StringBuilder lines = new StringBuilder(what);
        StackWalker.getInstance()
                .walk(frames -> frames.skip(1).limit(FRAMES).toList())
                .forEach(frame -> lines.append("\n    at ").append(frame));
        synchronized (FOUND) {
            FOUND.add(lines.toString());
        }
    }

    /** A class could not be woven, and is not watched: that is found too. */
    public static void failed(String type, RuntimeException cause) {
        synchronized (FOUND) {
            FOUND.add(type + " is not watched: " + cause);
        }
    }

    /** What was reached on the watched thread, each way once, with the stack that led there. */
    public static List<String> found() {
        synchronized (FOUND) {
            return List.copyOf(FOUND);
        }
    }

    /** How often woven code called what may wait on other threads; 0 means that nothing is woven. */
    public static long passed() {
        return PASSED.get();
    }
}
