package org.mailwain.presenters.workspace;

import org.mailwain.api.batch.BatchState;

/**
 * How a batch stands, in short.
 *
 * @param active whether a process runs it now
 * @param percent of the items planned, 0 to 100; -1 while nothing is planned
 */
public record RunState(BatchState state, boolean active, int percent) {}
