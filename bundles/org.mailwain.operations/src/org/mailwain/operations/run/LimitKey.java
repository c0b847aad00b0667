package org.mailwain.operations.run;

import java.util.Arrays;
import java.util.Optional;
import org.mailwain.api.provider.EndpointLimits;

/** A limit that can be changed while a run works, with the values that it may have. */
public enum LimitKey {
    MAILBOXES("mailboxes", 1, 1_000),
    SOURCE_CONNECTIONS("source.connections", 1, 10_000),
    SOURCE_PER_MAILBOX("source.connectionsPerMailbox", 1, 100),
    SOURCE_MESSAGES("source.messagesPerSecond", 0, 1_000_000),
    SOURCE_BYTES("source.bytesPerSecond", 0, 1_000_000_000_000L),
    TARGET_CONNECTIONS("target.connections", 1, 10_000),
    TARGET_PER_MAILBOX("target.connectionsPerMailbox", 1, 100),
    TARGET_MESSAGES("target.messagesPerSecond", 0, 1_000_000),
    TARGET_BYTES("target.bytesPerSecond", 0, 1_000_000_000_000L);

    private final String word;
    private final long least;
    private final long most;

    LimitKey(String word, long least, long most) {
        this.word = word;
        this.least = least;
        this.most = most;
    }

    /** As files and the control socket write it. */
    public String word() {
        return word;
    }

    public long least() {
        return least;
    }

    public long most() {
        return most;
    }

    public boolean allows(long value) {
        return value >= least && value <= most;
    }

    static Optional<LimitKey> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
    }

    boolean isOf(String side) {
        return word.startsWith(side + ".");
    }

    /** These limits with another value for this one. */
    EndpointLimits in(EndpointLimits limits, long value) {
        return switch (this) {
            case SOURCE_CONNECTIONS, TARGET_CONNECTIONS ->
                new EndpointLimits(
                        (int) value,
                        limits.connectionsPerMailbox(),
                        limits.messagesPerSecond(),
                        limits.bytesPerSecond(),
                        limits.bytesPerDay());
            case SOURCE_PER_MAILBOX, TARGET_PER_MAILBOX ->
                new EndpointLimits(
                        limits.connections(),
                        (int) value,
                        limits.messagesPerSecond(),
                        limits.bytesPerSecond(),
                        limits.bytesPerDay());
            case SOURCE_MESSAGES, TARGET_MESSAGES ->
                new EndpointLimits(
                        limits.connections(),
                        limits.connectionsPerMailbox(),
                        (int) value,
                        limits.bytesPerSecond(),
                        limits.bytesPerDay());
            case SOURCE_BYTES, TARGET_BYTES ->
                new EndpointLimits(
                        limits.connections(),
                        limits.connectionsPerMailbox(),
                        limits.messagesPerSecond(),
                        value,
                        limits.bytesPerDay());
            case MAILBOXES -> limits;
        };
    }
}
