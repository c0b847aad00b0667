package org.mailwain.ui.batches.internal;

import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;

/** States as Exchange Online names them, with a sign before each, since colour alone tells nothing to many. */
final class States {
    static final String BAD = "✗";
    static final String GOOD = "✓";
    static final String BUSY = "▶";
    static final String RESTS = "■";
    static final String AHEAD = "○";
    static final String WARNS = "⚠";

    private States() {}

    static String signed(BatchState state) {
        String sign = switch (state) {
            case CREATED, WAITING -> AHEAD;
            case STARTING, SYNCING, INCREMENTAL_SYNCING, COMPLETING, STOPPING, REMOVING -> BUSY;
            case SYNCED, COMPLETED -> GOOD;
            case SYNCED_WITH_ERRORS, COMPLETED_WITH_ERRORS -> WARNS;
            case STOPPED -> RESTS;
            case FAILED, CORRUPTED -> BAD;
        };
        return sign + " " + state.label();
    }

    static String signed(MailboxState state) {
        String sign = switch (state) {
            case QUEUED -> AHEAD;
            case VALIDATING, PROVISIONING, PROVISION_UPDATING, SYNCING, INCREMENTAL_SYNCING, COMPLETING, REMOVING ->
                BUSY;
            case SYNCED, INCREMENTAL_SYNCED, COMPLETION_SYNCED, COMPLETED -> GOOD;
            case COMPLETED_WITH_WARNINGS -> WARNS;
            case STOPPED, INCREMENTAL_STOPPED -> RESTS;
            case FAILED, INCREMENTAL_FAILED, COMPLETION_FAILED, CORRUPTED -> BAD;
        };
        return sign + " " + state.label();
    }
}
