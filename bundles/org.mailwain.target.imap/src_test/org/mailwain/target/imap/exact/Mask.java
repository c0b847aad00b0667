package org.mailwain.target.imap.exact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Makes words on a line unknown ones of the same length. Immutable. */
record Mask(List<String> words) {
    static Mask upwards(List<Hidden> hidden) {
        return of(hidden, true);
    }

    static Mask downwards(List<Hidden> hidden) {
        return of(hidden, false);
    }

    private static Mask of(List<Hidden> hidden, boolean up) {
        return new Mask(hidden.stream()
                .filter(h -> h.upwards() == up)
                .flatMap(h -> Arrays.stream(h.words()))
                .toList());
    }

    Stream stream() {
        return new Stream();
    }

    /** One direction of one connection; for one thread. */
    final class Stream {
        private String rest = "";

        private Stream() {}

        /** What may go on; the end is kept back while a word may have begun there. */
        byte[] next(byte[] bytes, int count) {
            if (words.isEmpty()) {
                return Arrays.copyOf(bytes, count);
            }
            String text = rest + new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
            for (String word : words) {
                text = text.replace(word, masked(word));
            }
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
            return longest;
        }

        private static String masked(String word) {
            int letter = Character.isLetter(word.charAt(0)) ? 0 : 1;
            return word.substring(0, letter) + 'X' + word.substring(letter + 1);
        }
    }
}
