package org.mailwain.api.batch;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** States of a batch, named as Exchange Online names them. */
public enum BatchState {
    CREATED("Created"),
    WAITING("Waiting"),
    STARTING("Starting"),
    SYNCING("Syncing"),
    INCREMENTAL_SYNCING("IncrementalSyncing"),
    SYNCED("Synced"),
    SYNCED_WITH_ERRORS("SyncedwithErrors"),
    COMPLETING("Completing"),
    COMPLETED("Completed"),
    COMPLETED_WITH_ERRORS("CompletedWithErrors"),
    STOPPING("Stopping"),
    STOPPED("Stopped"),
    FAILED("Failed"),
    CORRUPTED("Corrupted"),
    REMOVING("Removing");

    private static final Map<BatchState, Set<BatchState>> NEXT = new EnumMap<>(BatchState.class);

    static {
        Set<BatchState> begin = EnumSet.of(WAITING, STARTING, REMOVING, CORRUPTED);
        Set<BatchState> rest = EnumSet.of(WAITING, STARTING, COMPLETING, REMOVING, CORRUPTED);
        Set<BatchState> endOfPass = EnumSet.of(SYNCED, SYNCED_WITH_ERRORS, STOPPING, STOPPED, FAILED, CORRUPTED);
        NEXT.put(CREATED, begin);
        NEXT.put(WAITING, EnumSet.of(STARTING, STOPPING, STOPPED, FAILED, REMOVING, CORRUPTED));
        NEXT.put(STARTING, EnumSet.of(SYNCING, INCREMENTAL_SYNCING, WAITING, STOPPING, STOPPED, FAILED, CORRUPTED));
        NEXT.put(SYNCING, endOfPass);
        NEXT.put(INCREMENTAL_SYNCING, endOfPass);
        NEXT.put(SYNCED, rest);
        NEXT.put(SYNCED_WITH_ERRORS, rest);
        NEXT.put(
                COMPLETING,
                EnumSet.of(COMPLETED, COMPLETED_WITH_ERRORS, SYNCED_WITH_ERRORS, STOPPING, STOPPED, FAILED, CORRUPTED));
        NEXT.put(COMPLETED, EnumSet.of(STARTING, REMOVING));
        NEXT.put(COMPLETED_WITH_ERRORS, EnumSet.of(STARTING, REMOVING));
        NEXT.put(STOPPING, EnumSet.of(STOPPED, FAILED, CORRUPTED));
        NEXT.put(STOPPED, rest);
        NEXT.put(FAILED, rest);
        NEXT.put(CORRUPTED, EnumSet.of(REMOVING));
        NEXT.put(REMOVING, EnumSet.noneOf(BatchState.class));
    }

    private final String label;

    BatchState(String label) {
        this.label = label;
    }

    /** Exchange Online's spelling, as shown and as stored. */
    public String label() {
        return label;
    }

    public boolean mayBecome(BatchState next) {
        return NEXT.get(this).contains(next);
    }

    /** Whether a run is at work; such a state without a living run was left by a run that died. */
    public boolean isActive() {
        return switch (this) {
            case WAITING, STARTING, SYNCING, INCREMENTAL_SYNCING, COMPLETING, STOPPING -> true;
            default -> false;
        };
    }
}
