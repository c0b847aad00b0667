package org.mailwain.api.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.settings.Bytes;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Range;

/**
 * Which messages a batch takes; what is left out is 'skipped by rule' and listed.
 *
 * @param include folders: names, patterns with {@code *}, well-known tokens such as {@code #Inbox#/*}; empty takes all
 * @param exclude folders left out, written alike; wins over include
 * @param receivedAfter at or after this moment
 * @param receivedBefore before this moment
 * @param maxAge received no longer ago than this
 * @param maxItemSize the largest message taken
 * @param maxItems the newest so many of a mailbox
 * @param seen only read (true) or unread (false) messages
 * @param flagged only flagged (true) or unflagged (false) messages
 * @param search an IMAP SEARCH in the server's own words, for sources that search
 */
public record Filter(
        List<String> include,
        List<String> exclude,
        Optional<Instant> receivedAfter,
        Optional<Instant> receivedBefore,
        Optional<Duration> maxAge,
        @Default("35 MB") Bytes maxItemSize,

        @Default("500000") @Range(min = 1, max = 100_000_000)
        int maxItems,

        Optional<Boolean> seen,
        Optional<Boolean> flagged,
        Optional<String> search) {
    public static final Filter DEFAULT = new Filter(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Bytes(35_000_000),
            500_000,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Filter {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }
}
