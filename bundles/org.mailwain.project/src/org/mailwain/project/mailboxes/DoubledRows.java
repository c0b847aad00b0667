package org.mailwain.project.mailboxes;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.project.ProjectFailure;

/** Finds rows that mean the same mailbox on one side or on both. */
final class DoubledRows {
    /** @param row the first that was like it */
    record Other(int row, ProjectFailure kind) {}

    private final Map<String, Integer> sources = new HashMap<>();
    private final Map<String, Integer> targets = new HashMap<>();
    private final Map<String, Integer> both = new HashMap<>();

    Optional<Other> add(int row, MailboxRow made) {
        String source = made.userName() + '\0' + made.userRoot().orElse("");
        String target = made.emailAddress()
                .map(address -> address.value().toLowerCase(Locale.ROOT))
                .orElse("");
        Integer sameBoth = both.putIfAbsent(source + '\0' + target, row);
        Integer sameSource = sources.putIfAbsent(source, row);
        Integer sameTarget = target.isEmpty() ? null : targets.putIfAbsent(target, row);
        if (made.userName().isEmpty()) {
            return Optional.empty();
        }
        if (sameBoth != null) {
            return Optional.of(new Other(sameBoth, ProjectFailure.ROW_DOUBLED));
        }
        if (sameSource != null) {
            return Optional.of(new Other(sameSource, ProjectFailure.ROW_SAME_SOURCE));
        }
        return Optional.ofNullable(sameTarget).map(first -> new Other(first, ProjectFailure.ROW_SAME_TARGET));
    }
}
