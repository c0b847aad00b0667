package org.mailwain.target.imap.exact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes words on a line unknown ones of the same length. Immutable. */
record Mask(List<String> words, boolean twins) {
    /** A line of UIDLs of Dovecot: the number of the message, and its UIDL. */
    private static final Pattern UIDL = Pattern.compile("(?m)^(\\d+) ([0-9A-Fa-f]{16})\r\n");
    /** An end that may become one. */
    private static final Pattern BEGUN = Pattern.compile("(^|\n)\\d+ [0-9A-Fa-f]{0,16}\r?$|(^|\n)\\d+$");

    static Mask upwards(List<Hidden> hidden) {
        return of(hidden, true);
    }

    static Mask downwards(List<Hidden> hidden) {
        return of(hidden, false);
    }

    private static Mask of(List<Hidden> hidden, boolean up) {
        return new Mask(
                hidden.stream()
                        .filter(h -> h.upwards() == up)
                        .flatMap(h -> Arrays.stream(h.words()))
                        .toList(),
                !up && hidden.contains(Hidden.OWN_UIDLS));
    }

    Stream stream() {
        return new Stream();
    }

    /** One direction of one connection; for one thread. */
    final class Stream {
        private final Map<String, String> uidls = new HashMap<>();
        private String rest = "";

        private Stream() {}

        /** What may go on; the end is kept back while a word may have begun there. */
        byte[] next(byte[] bytes, int count) {
            if (words.isEmpty() && !twins) {
                return Arrays.copyOf(bytes, count);
            }
            String text = rest + new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
            for (String word : words) {
                text = text.replace(word, masked(word));
            }
            text = twins ? UIDL.matcher(text).replaceAll(this::ofTwin) : text;
            int keep = begun(text);
            rest = text.substring(text.length() - keep);
            return text.substring(0, text.length() - keep).getBytes(StandardCharsets.ISO_8859_1);
        }

        private int begun(String text) {
            int longest = 0;
            for (String word : words) {
                for (int length = Math.min(word.length() - 1, text.length()); length > longest; length--) {
                    if (text.endsWith(word.substring(0, length))) {
                        longest = length;
                    }
                }
            }
            Matcher line = BEGUN.matcher(text);
            return twins && line.find() ? Math.max(longest, text.length() - line.start()) : longest;
        }

        private String ofTwin(MatchResult line) {
            uidls.put(line.group(1), line.group(2));
            String first = Sample.TWINS.get(line.group(1));
            return line.group(1) + " " + (first == null ? line.group(2) : uidls.get(first)) + "\r\n";
        }

        private static String masked(String word) {
            int letter = Character.isLetter(word.charAt(0)) ? 0 : 1;
            return word.substring(0, letter) + 'X' + word.substring(letter + 1);
        }
    }
}
