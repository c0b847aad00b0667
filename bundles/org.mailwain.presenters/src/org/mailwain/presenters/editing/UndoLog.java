package org.mailwain.presenters.editing;

import java.util.ArrayDeque;
import java.util.Deque;

/** Changes of a text, to be taken back and made again. A word that is typed is one change. Knows no widget. */
final class UndoLog {
    private static final int MOST = 1000;

    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private boolean joinable;

    /** At {@code start}, {@code removed} was replaced by {@code inserted}. */
    record Change(int start, String removed, String inserted) {
        Change inverse() {
            return new Change(start, inserted, removed);
        }

        private boolean continues(Change before) {
            return removed.isEmpty()
                    && before.removed.isEmpty()
                    && inserted.length() == 1
                    && !Character.isWhitespace(inserted.charAt(0))
                    && start == before.start + before.inserted.length();
        }
    }

    void add(Change change) {
        undone.clear();
        Change last = done.peekLast();
        if (joinable && last != null && change.continues(last)) {
            done.removeLast();
            done.addLast(new Change(last.start(), "", last.inserted() + change.inserted()));
        } else {
            done.addLast(change);
        }
        joinable = true;
        if (done.size() > MOST) {
            done.removeFirst();
        }
    }

    /** The next change is not joined to the last one: the cursor moved, or the file was saved. */
    void pause() {
        joinable = false;
    }

    /** @return what to do to the text, or null where there is nothing to take back */
    Change undo() {
        pause();
        Change last = done.pollLast();
        if (last == null) {
            return null;
        }
        undone.addLast(last);
        return last.inverse();
    }

    /** @return what to do to the text, or null where nothing was taken back */
    Change redo() {
        pause();
        Change last = undone.pollLast();
        if (last != null) {
            done.addLast(last);
        }
        return last;
    }

    void clear() {
        done.clear();
        undone.clear();
        pause();
    }
}
