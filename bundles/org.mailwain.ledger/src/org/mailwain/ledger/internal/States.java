package org.mailwain.ledger.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;

/** States by the labels under which they are stored. */
final class States {
    private static final Map<String, BatchState> BATCH =
            Arrays.stream(BatchState.values()).collect(Collectors.toMap(BatchState::label, Function.identity()));
    private static final Map<String, MailboxState> MAILBOX =
            Arrays.stream(MailboxState.values()).collect(Collectors.toMap(MailboxState::label, Function.identity()));

    private States() {}

    static BatchState batch(String label) {
        return known(BATCH.get(label), label);
    }

    static MailboxState mailbox(String label) {
        return known(MAILBOX.get(label), label);
    }

    private static <S> S known(S state, String label) {
        if (state == null) {
            throw new IllegalArgumentException("no state " + label);
        }
        return state;
    }
}
