package org.mailwain.target.graph.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes what is kept of a letter fit into the one request that creates the message; the rest is sent by itself. */
final class Fitting {
    /** Attachments of a message (Exchange Online limits). */
    static final int MOST_PARTS = 250;
    /** Of 4 MB, with room for people, flags and the like. */
    private static final long REQUEST = 3_600_000;

    private static final long LONGEST_TEXT = 3_000_000;

    private Fitting() {}

    /** A text that is too long in JSON becomes a part. */
    static boolean fits(Letter.Text text) {
        return json(text.content()) <= LONGEST_TEXT;
    }

    /** The largest lose their content, until the others fit beside text and header. */
    static List<Letter.Part> parts(List<Letter.Part> parts, Letter.Text text, String block) {
        long room = REQUEST - json(text.content()) - json(block);
        List<Letter.Part> all = new ArrayList<>(parts);
        List<Letter.Part> falling = all.stream()
                .filter(part -> part.content() != null && part.leaf() != Letter.Part.NOWHERE)
                .sorted(Comparator.comparingLong(Letter.Part::size).reversed())
                .toList();
        long sum = all.stream()
                .filter(part -> part.content() != null)
                .mapToLong(Fitting::cost)
                .sum();
        for (Letter.Part part : falling) {
            if (sum <= room) {
                break;
            }
            sum -= cost(part);
            all.set(all.indexOf(part), part.withoutContent());
        }
        return all;
    }

    private static long cost(Letter.Part part) {
        return part.content().length * 4L / 3 + 300;
    }

    /** Bytes of a text in JSON. */
    static long json(String text) {
        long sum = text.getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            sum += c == '"' || c == '\\' ? 1 : c < ' ' ? 5 : 0;
        }
        return sum;
    }
}
