package org.mailwain.demo.server;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A message as it stands in a folder.
 *
 * @param modSeq grows with every change in the folder (RFC 7162)
 * @param flags system flags with their backslash, and keywords; compared without case
 * @param received INTERNALDATE, in the zone in which it came
 * @param bytes the message itself; not to be changed
 * @param labelled null on servers without labels
 */
public record DemoMessage(
        long uid, long modSeq, Set<String> flags, OffsetDateTime received, byte[] bytes, Labelled labelled) {
    public DemoMessage {
        flags = flags(flags);
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    DemoMessage with(long newModSeq, Set<String> newFlags) {
        return new DemoMessage(uid, newModSeq, newFlags, received, bytes, labelled);
    }

    static Set<String> flags(Iterable<String> flags) {
        Set<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        flags.forEach(sorted::add);
        return Collections.unmodifiableSet(sorted);
    }
}
