package org.mailwain.presenters.guides;

import java.util.List;

/** A part of a migration's course, in the order of its steps. */
public enum Course {
    PREPARE(Step.PROJECT, Step.SOURCE, Step.TARGET, Step.LIST, Step.PASSWORDS, Step.BATCH),
    PILOT(Step.FOLDERS, Step.PILOT_RUN, Step.PILOT_DONE, Step.PILOT_REPORT, Step.PILOT_RESCAN),
    MASS(Step.ALL_STARTED, Step.ALL_DONE, Step.NOTHING_FAILED, Step.ALL_REPORTED);

    private final List<Step> steps;

    Course(Step... steps) {
        this.steps = List.of(steps);
    }

    public List<Step> steps() {
        return steps;
    }

    /** One step; what it asks is found out by {@link Progress}. */
    public enum Step {
        PROJECT,
        SOURCE,
        TARGET,
        LIST,
        PASSWORDS,
        BATCH,
        FOLDERS,
        PILOT_RUN,
        PILOT_DONE,
        PILOT_REPORT,
        PILOT_RESCAN,
        ALL_STARTED,
        ALL_DONE,
        NOTHING_FAILED,
        ALL_REPORTED
    }
}
