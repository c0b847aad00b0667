package org.mailwain.api.progress;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A {@link Cancel} and the hand that requests it. Thread-safe; requesting twice is once. */
public final class CancelSource implements Cancel {
    private final Set<Action> actions = new LinkedHashSet<>();
    private volatile boolean requested;

    /** A source that is also requested when its parent is. */
    public static CancelSource under(Cancel parent) {
        CancelSource child = new CancelSource();
        parent.onCancel(child::request);
        return child;
    }

    public void request() {
        List<Action> due;
        synchronized (actions) {
            requested = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(action -> action.unblock().run());
    }

    @Override
    public boolean requested() {
        return requested;
    }

    @Override
    public Registration onCancel(Runnable unblock) {
        Action action = new Action(unblock, new Object());
        synchronized (actions) {
            if (!requested) {
                actions.add(action);
                return () -> remove(action);
            }
        }
        unblock.run();
        return () -> {};
    }

    private void remove(Action action) {
        synchronized (actions) {
            actions.remove(action);
        }
    }

    /** The mark makes two registrations of one runnable different. */
    private record Action(Runnable unblock, Object mark) {}
}
