package org.mailwain.demo.server;

import java.time.Duration;
import java.util.function.Predicate;
import org.mailwain.demo.internal.imap.FaultPlan;
import org.mailwain.demo.internal.imap.FaultPlan.Kind;

/**
 * What a server does wrong on purpose, from the next command on. Commands are named as in
 * {@link DemoServer#commands()}; {@code nth} counts them from 1, over all connections. A connection that drops does so
 * without a word. Any thread may call.
 */
public final class Faults {
    private final FaultPlan plan;

    Faults(FaultPlan plan) {
        this.plan = plan;
    }

    /** Answers an APPEND that holds such a message with NO. @param answer {@code [LIMIT] too many}, after the NO */
    public void refuse(Predicate<NewMessage> which, String answer) {
        plan.refuse(which, answer);
    }

    /**
     * Answers commands without carrying them out.
     *
     * @param answer {@code NO [UNAVAILABLE] later}, {@code BYE overload}
     */
    public void answer(String command, int nth, int times, String answer) {
        plan.plan(command, Kind.ANSWER, nth, times, answer, Duration.ZERO);
    }

    /** The command is read whole and not carried out; the connection drops. */
    public void dropBefore(String command, int nth) {
        plan.plan(command, Kind.DROP_BEFORE, nth, 1, "", Duration.ZERO);
    }

    /** The command is carried out and not answered; the connection drops. */
    public void dropAfter(String command, int nth) {
        plan.plan(command, Kind.DROP_AFTER, nth, 1, "", Duration.ZERO);
    }

    /** The connection drops, and the command is carried out later all the same. */
    public void dropAndCarryOut(String command, int nth, Duration later) {
        plan.plan(command, Kind.DROP_LATE, nth, 1, "", later);
    }

    /** The command is never answered, and the connection stays. */
    public void hang(String command, int nth) {
        plan.plan(command, Kind.HANG, nth, 1, "", Duration.ZERO);
    }

    /** Waits before each command is carried out. */
    public void delay(Duration time) {
        plan.delay(time);
    }

    /** Drops the connection on which this byte from a client is due, encryption not counted; once. */
    public void dropAfterReading(long bytes) {
        plan.dropAfterReading(bytes);
    }

    /** Drops the connection on which this byte to a client has gone out, encryption not counted; once. */
    public void dropAfterWriting(long bytes) {
        plan.dropAfterWriting(bytes);
    }

    /** Forgets everything that was planned; what hangs goes on hanging. */
    public void clear() {
        plan.clear();
    }
}
