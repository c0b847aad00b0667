package org.mailwain.presenters.batches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.api.progress.RunEvent;

/** Gathers what went wrong in a run by its cause. Grows with the number of causes, not of failures. For one thread. */
final class ErrorTally {
    private final Map<String, Entry> causes = new LinkedHashMap<>();

    private static final class Entry {
        private final Failure example;
        private final Set<String> mailboxes = new LinkedHashSet<>();
        private long count;

        private Entry(Failure example) {
            this.example = example;
        }

        private ErrorGroup group() {
            return new ErrorGroup(example, count, mailboxes);
        }
    }

    void clear() {
        causes.clear();
    }

    void apply(RunEvent event) {
        switch (event) {
            case RunEvent.MailboxChanged changed when changed.state() == MailboxState.QUEUED -> {
                // it goes on by itself, whatever it waits for
            }
            case RunEvent.MailboxChanged changed -> note(changed.mailbox(), changed.failure());
            case RunEvent.FolderEnded ended -> note(ended.mailbox(), ended.failure());
            case RunEvent.ItemNoted noted -> note(noted.mailbox(), noted.failure());
            default -> {
                // nothing went wrong
            }
        }
    }

    /** A cancel is a wish, not an error. */
    private void note(String mailbox, Failure failure) {
        if (failure == null || failure.is(ApiFailure.CANCELLED)) {
            return;
        }
        Entry entry = causes.computeIfAbsent(failure.code(), code -> new Entry(failure));
        entry.count++;
        if (entry.mailboxes.size() < ErrorGroup.NAMED) {
            entry.mailboxes.add(mailbox);
        }
    }

    /** What reaches farthest first, then what came up most. */
    List<ErrorGroup> groups() {
        List<ErrorGroup> groups =
                new ArrayList<>(causes.values().stream().map(Entry::group).toList());
        groups.sort(Comparator.comparing((ErrorGroup group) -> group.scope().ordinal())
                .reversed()
                .thenComparing(Comparator.comparingLong(ErrorGroup::count).reversed()));
        return groups;
    }
}
