package org.mailwain.target.graph.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message taken apart.
 *
 * @param lines of the header, unfolded
 * @param block the header as it is, for those who look for it later; cut where it is very long
 * @param parts everything that is not the text
 * @param signed whether a signature or an encryption spans the parts
 * @param alternative whether a plain text was left out for one in HTML
 */
record Letter(List<Line> lines, String block, Text text, List<Part> parts, boolean signed, boolean alternative) {
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
    record Part(int leaf, String name, String type, boolean inline, String contentId, long size, byte[] content) {}

    Letter {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
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
