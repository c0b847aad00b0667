package org.mailwain.demo.internal.imap;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.mailwain.demo.server.NewMessage;

/** What goes wrong on purpose, asked by every connection at the moments when it can. Thread-safe. */
public final class FaultPlan {
    /** What happens at a command. */
    public enum Kind {
        ANSWER,
        DROP_BEFORE,
        DROP_AFTER,
        DROP_LATE,
        HANG
    }

    private record Planned(
            String command, Kind kind, AtomicInteger skip, AtomicInteger times, String text, Duration time) {}

    private record Refusal(Predicate<NewMessage> which, String answer) {}

    /** What is planned for this very command. */
    record Hit(Kind kind, String text, Duration time) {}

    private final List<Planned> planned = new CopyOnWriteArrayList<>();
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private final AtomicLong readLeft = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong writeLeft = new AtomicLong(Long.MAX_VALUE);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Duration delay = Duration.ZERO;

    /** @param nth the first command of that name to be hit, from 1; @param times how many are hit */
    public void plan(String command, Kind kind, int nth, int times, String text, Duration time) {
        planned.add(new Planned(command, kind, new AtomicInteger(nth - 1), new AtomicInteger(times), text, time));
    }

    public void refuse(Predicate<NewMessage> which, String answer) {
        refusals.add(new Refusal(which, answer));
    }

    public void delay(Duration time) {
        delay = time;
    }

    public void dropAfterReading(long bytes) {
        readLeft.set(bytes);
    }

    public void dropAfterWriting(long bytes) {
        writeLeft.set(bytes);
    }

    public void clear() {
        planned.clear();
        refusals.clear();
        delay = Duration.ZERO;
        readLeft.set(Long.MAX_VALUE);
        writeLeft.set(Long.MAX_VALUE);
    }

    /** Lets go of what hangs; the server ends. */
    public void end() {
        end.countDown();
    }

    Hit next(String command) {
        for (Planned fault : planned) {
            if (fault.command.equals(command) && fault.skip.getAndDecrement() <= 0) {
                if (fault.times.getAndDecrement() > 0) {
                    return new Hit(fault.kind, fault.text, fault.time);
                }
                planned.remove(fault);
            }
        }
        return null;
    }

    void check(NewMessage message) throws CommandException {
        for (Refusal refusal : refusals) {
            if (refusal.which.test(message)) {
                throw CommandException.no(refusal.answer);
            }
        }
    }

    void pause() throws ConnectionEnd {
        if (!delay.isZero()) {
            await(delay);
        }
    }

    void hang() throws ConnectionEnd {
        await(Duration.ofDays(1));
        throw ConnectionEnd.silent();
    }

    /** Waits, and ends the connection if the server ends meanwhile. */
    void await(Duration time) throws ConnectionEnd {
        try {
            if (end.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw ConnectionEnd.silent();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectionEnd.silent();
        }
    }

    AtomicLong readLeft() {
        return readLeft;
    }

    AtomicLong writeLeft() {
        return writeLeft;
    }
}
