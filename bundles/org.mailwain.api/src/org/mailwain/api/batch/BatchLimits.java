package org.mailwain.api.batch;

import java.time.Duration;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Range;

/**
 * How hard a batch works.
 *
 * @param mailboxes worked on at once
 * @param errorBudget failed items at which a mailbox is given up
 * @param quietTime how long a target folder must stand still before a look at it after a break is final
 */
public record BatchLimits(
        @Default("10") @Range(min = 1, max = 1000) int mailboxes,
        @Default("1000") @Range(min = 0, max = 10_000_000) int errorBudget,
        @Default("10 s") @Range(min = 0, max = 600) Duration quietTime) {
    public static final BatchLimits DEFAULT = new BatchLimits(10, 1000, Duration.ofSeconds(10));
}
