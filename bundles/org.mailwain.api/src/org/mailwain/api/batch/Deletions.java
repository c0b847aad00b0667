package org.mailwain.api.batch;

import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Range;

/**
 * Asks that copies of what left the source are removed from the target, and where that stops: a folder in which more is
 * to be removed than one of these says is left as it is, and told. Only copies that we made are removed.
 *
 * @param most copies removed from one folder in one pass
 * @param percent of what stood in the source folder before
 * @param emptied whether copies are removed also where the source folder is empty by now, or gone
 */
public record Deletions(
        @Default("100") @Range(min = 1, max = 10_000_000) int most,
        @Default("10") @Range(min = 1, max = 100) int percent,
        @Default("false") boolean emptied) {}
