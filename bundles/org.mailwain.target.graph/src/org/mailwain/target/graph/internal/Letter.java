package org.mailwain.target.graph.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message taken apart.
 *
 * @param lines of the header, unfolded
 * @param block the header as it is, for those who look for it later; cut where it is very long
 * @param parts everything that is not the text
 * @param traits what does not come back from its parts
 */
record Letter(List<Line> lines, String block, Text text, List<Part> parts, Set<Trait> traits) {
    /** What is special about it. */
    enum Trait {
        /** A signature or an encryption spans the parts. */
        SIGNED,
        /** A plain text was left out for one in HTML. */
        ALTERNATIVE,
        /** The text is too long and became a part. */
        LONG_TEXT,
        /** The message itself is a part, since it could not be taken apart, or not into so many. */
        WHOLE
    }

    /** A header line. @param value not decoded */
    record Line(String name, String value) {}

    record Text(boolean html, String content) {
        static final Text NONE = new Text(false, "");
    }

    /**
     * A part that becomes an attachment.
     *
     * @param leaf its number among the parts that hold no parts, by which it is found again
     * @param size decoded bytes
     * @param content null where it is too large to be kept in memory
     */
    record Part(int leaf, String name, String type, boolean inline, String contentId, long size, byte[] content) {
        /** The number of a part that is the whole message. */
        static final int WHOLE = -2;

        /** The number of a part that stands in no message. */
        static final int NOWHERE = -1;

        Part withoutContent() {
            return new Part(leaf, name, type, inline, contentId, size, null);
        }
    }

    Letter {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
        traits = Set.copyOf(traits);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    Optional<String> first(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .findFirst();
    }

    /** Parts that have to be sent by themselves. */
    List<Part> large() {
        return parts.stream().filter(part -> part.content() == null).toList();
    }

    /** Seals of the sender's server that hold for the bytes as they were. */
    List<String> seals() {
        List<String> seals = new ArrayList<>();
        for (String name : List.of("DKIM-Signature", "ARC-Seal")) {
            if (first(name).isPresent()) {
                seals.add(name);
            }
        }
        return seals;
    }
}
