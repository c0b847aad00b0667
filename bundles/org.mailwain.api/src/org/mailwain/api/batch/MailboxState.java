package org.mailwain.api.batch;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** States of one mailbox of a batch, named as Exchange Online names those of a migration user. */
public enum MailboxState {
    QUEUED("Queued"),
    VALIDATING("Validating"),
    PROVISIONING("Provisioning"),
    PROVISION_UPDATING("ProvisionUpdating"),
    SYNCING("Syncing"),
    INCREMENTAL_SYNCING("IncrementalSyncing"),
    SYNCED("Synced"),
    INCREMENTAL_SYNCED("IncrementalSynced"),
    INCREMENTAL_FAILED("IncrementalFailed"),
    INCREMENTAL_STOPPED("IncrementalStopped"),
    COMPLETING("Completing"),
    COMPLETION_SYNCED("CompletionSynced"),
    COMPLETION_FAILED("CompletionFailed"),
    COMPLETED("Completed"),
    COMPLETED_WITH_WARNINGS("CompletedWithWarnings"),
    STOPPED("Stopped"),
    FAILED("Failed"),
    CORRUPTED("Corrupted"),
    REMOVING("Removing");

    private static final Map<MailboxState, Set<MailboxState>> NEXT = new EnumMap<>(MailboxState.class);

    static {
        Set<MailboxState> again = EnumSet.of(QUEUED, REMOVING, CORRUPTED);
        NEXT.put(QUEUED, EnumSet.of(VALIDATING, STOPPED, INCREMENTAL_STOPPED, FAILED, REMOVING, CORRUPTED));
        NEXT.put(
                VALIDATING,
                EnumSet.of(
                        QUEUED,
                        PROVISIONING,
                        PROVISION_UPDATING,
                        SYNCING,
                        INCREMENTAL_SYNCING,
                        COMPLETING,
                        STOPPED,
                        INCREMENTAL_STOPPED,
                        FAILED,
                        INCREMENTAL_FAILED,
                        CORRUPTED));
        NEXT.put(PROVISIONING, EnumSet.of(QUEUED, SYNCING, STOPPED, FAILED, CORRUPTED));
        NEXT.put(PROVISION_UPDATING, EnumSet.of(QUEUED, INCREMENTAL_SYNCING, STOPPED, FAILED, CORRUPTED));
        NEXT.put(SYNCING, EnumSet.of(QUEUED, SYNCED, STOPPED, FAILED, CORRUPTED));
        NEXT.put(
                INCREMENTAL_SYNCING,
                EnumSet.of(QUEUED, INCREMENTAL_SYNCED, INCREMENTAL_FAILED, INCREMENTAL_STOPPED, CORRUPTED));
        NEXT.put(
                COMPLETING,
                EnumSet.of(
                        QUEUED,
                        COMPLETION_SYNCED,
                        COMPLETION_FAILED,
                        COMPLETED,
                        COMPLETED_WITH_WARNINGS,
                        STOPPED,
                        CORRUPTED));
        NEXT.put(COMPLETION_SYNCED, EnumSet.of(QUEUED, COMPLETED, COMPLETED_WITH_WARNINGS, REMOVING, CORRUPTED));
        for (MailboxState resting : EnumSet.of(
                SYNCED,
                INCREMENTAL_SYNCED,
                INCREMENTAL_FAILED,
                INCREMENTAL_STOPPED,
                COMPLETION_FAILED,
                COMPLETED,
                COMPLETED_WITH_WARNINGS,
                STOPPED,
                FAILED)) {
            NEXT.put(resting, again);
        }
        NEXT.put(CORRUPTED, EnumSet.of(REMOVING));
        NEXT.put(REMOVING, EnumSet.noneOf(MailboxState.class));
    }

    private final String label;

    MailboxState(String label) {
        this.label = label;
    }

    /** Exchange Online's spelling, as shown and as stored. */
    public String label() {
        return label;
    }

    public boolean mayBecome(MailboxState next) {
        return NEXT.get(this).contains(next);
    }

    /** Whether a run is at work on the mailbox, or about to be. */
    public boolean isActive() {
        return switch (this) {
            case QUEUED, VALIDATING, PROVISIONING, PROVISION_UPDATING, SYNCING, INCREMENTAL_SYNCING, COMPLETING -> true;
            default -> false;
        };
    }
}
