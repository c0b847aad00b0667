package org.mailwain.api.provider;

import org.mailwain.api.settings.Bytes;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Range;

/**
 * What an endpoint can bear, over all mailboxes together where it does not say otherwise.
 *
 * @param connections open at once
 * @param connectionsPerMailbox open at once for one mailbox
 * @param messagesPerSecond 0 without limit
 * @param bytesPerSecond 0 without limit
 * @param bytesPerDay of messages that are read from one mailbox within 24 hours; 0 takes what the kind of server is known
 *     to give out, see {@link SourceProvider#bytesPerDay}
 */
public record EndpointLimits(
        @Default("20") @Range(min = 1, max = 10_000) int connections,
        @Default("2") @Range(min = 1, max = 100) int connectionsPerMailbox,
        @Default("0") @Range(min = 0, max = 1_000_000) int messagesPerSecond,

        @Default("0") @Range(min = 0, max = 1_000_000_000_000L)
        long bytesPerSecond,

        @Default("0") Bytes bytesPerDay) {
    public static final EndpointLimits DEFAULT = new EndpointLimits(20, 2, 0, 0);

    /** With what the kind of server is known to give out a day. */
    public EndpointLimits(int connections, int connectionsPerMailbox, int messagesPerSecond, long bytesPerSecond) {
        this(connections, connectionsPerMailbox, messagesPerSecond, bytesPerSecond, new Bytes(0));
    }
}
