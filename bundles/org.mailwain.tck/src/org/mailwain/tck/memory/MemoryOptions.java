package org.mailwain.tck.memory;

import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.mailwain.api.provider.NameRules;
import org.mailwain.api.provider.Traits;
import org.mailwain.api.provider.Traits.Fidelity;

/**
 * How a mailbox in memory behaves. Immutable; every method gives a changed copy.
 *
 * @param traits what sessions announce and do
 * @param vanished whether changes name the items that left (QRESYNC), else they name what stands
 * @param timeout longest wait of a session, after which it fails
 * @param clock moments of the mailbox: arrival, late landings, throttling
 */
public record MemoryOptions(Traits traits, boolean vanished, Duration timeout, Clock clock) {
    /** A modern IMAP server: UIDPLUS, CONDSTORE, MULTIAPPEND of 100, six commands under way. */
    public static final MemoryOptions IMAP = new MemoryOptions(
            new Traits(
                    Fidelity.EXACT,
                    Fidelity.EXACT,
                    false,
                    100,
                    6,
                    true,
                    true,
                    false,
                    true,
                    false,
                    -1,
                    NameRules.delimitedBy("/")),
            false,
            Duration.ofSeconds(30),
            Clock.systemUTC());

    /** RFC 3501 and nothing else. */
    public static final MemoryOptions PLAIN =
            IMAP.multiAppend(1).uidPlus(false).condstore(false).pipelining(1);

    public MemoryOptions multiAppend(int perAppend) {
        return with(t -> new Traits(
                t.bytes(),
                t.size(),
                t.dedupes(),
                perAppend,
                t.pipelining(),
                t.answersIds(),
                t.removes(),
                t.flagsAfterAppend(),
                t.changes(),
                t.ownKeys(),
                t.itemLimit(),
                t.names()));
    }

    public MemoryOptions pipelining(int depth) {
        return with(t -> new Traits(
                t.bytes(),
                t.size(),
                t.dedupes(),
                t.perAppend(),
                depth,
                t.answersIds(),
                t.removes(),
                t.flagsAfterAppend(),
                t.changes(),
                t.ownKeys(),
                t.itemLimit(),
                t.names()));
    }

    /** Whether appends are answered with ids, and single items can be removed. */
    public MemoryOptions uidPlus(boolean has) {
        return with(t -> new Traits(
                t.bytes(),
                t.size(),
                t.dedupes(),
                t.perAppend(),
                t.pipelining(),
                has,
                has,
                t.flagsAfterAppend(),
                t.changes(),
                t.ownKeys(),
                t.itemLimit(),
                t.names()));
    }

    /** Whether a message equal to one that stands in the folder becomes one with it. */
    public MemoryOptions merging(boolean merges) {
        return with(t -> new Traits(
                t.bytes(),
                t.size(),
                merges,
                t.perAppend(),
                t.pipelining(),
                t.answersIds(),
                t.removes(),
                t.flagsAfterAppend(),
                t.changes(),
                t.ownKeys(),
                t.itemLimit(),
                t.names()));
    }

    public MemoryOptions condstore(boolean has) {
        return with(t -> new Traits(
                t.bytes(),
                t.size(),
                t.dedupes(),
                t.perAppend(),
                t.pipelining(),
                t.answersIds(),
                t.removes(),
                t.flagsAfterAppend(),
                has,
                t.ownKeys(),
                t.itemLimit(),
                t.names()));
    }

    /** Whether an append loses its flags, so that they have to be set afterwards. */
    public MemoryOptions flagsAfterAppend(boolean loses) {
        return with(t -> new Traits(
                t.bytes(),
                t.size(),
                t.dedupes(),
                t.perAppend(),
                t.pipelining(),
                t.answersIds(),
                t.removes(),
                loses,
                t.changes(),
                t.ownKeys(),
                t.itemLimit(),
                t.names()));
    }

    public MemoryOptions ownKeys(boolean keeps) {
        return with(t -> new Traits(
                t.bytes(),
                t.size(),
                t.dedupes(),
                t.perAppend(),
                t.pipelining(),
                t.answersIds(),
                t.removes(),
                t.flagsAfterAppend(),
                t.changes(),
                keeps,
                t.itemLimit(),
                t.names()));
    }

    public MemoryOptions itemLimit(long bytes) {
        return with(t -> new Traits(
                t.bytes(),
                t.size(),
                t.dedupes(),
                t.perAppend(),
                t.pipelining(),
                t.answersIds(),
                t.removes(),
                t.flagsAfterAppend(),
                t.changes(),
                t.ownKeys(),
                bytes,
                t.names()));
    }

    public MemoryOptions names(NameRules rules) {
        return with(t -> new Traits(
                t.bytes(),
                t.size(),
                t.dedupes(),
                t.perAppend(),
                t.pipelining(),
                t.answersIds(),
                t.removes(),
                t.flagsAfterAppend(),
                t.changes(),
                t.ownKeys(),
                t.itemLimit(),
                rules));
    }

    /** Whether changes name what left (QRESYNC). */
    public MemoryOptions qresync(boolean has) {
        return new MemoryOptions(traits, has, timeout, clock);
    }

    public MemoryOptions timeout(Duration longest) {
        return new MemoryOptions(traits, vanished, longest, clock);
    }

    public MemoryOptions clock(Clock other) {
        return new MemoryOptions(traits, vanished, timeout, other);
    }

    public MemoryOptions with(UnaryOperator<Traits> change) {
        return new MemoryOptions(change.apply(traits), vanished, timeout, clock);
    }
}
