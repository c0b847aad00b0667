package org.mailwain.presenters.lists;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A cell as it is sorted: letters of either case and with whatever accent beside each other. Costs a tenth of what a
 * collator takes, so that 50,000 rows are sorted while a person looks.
 *
 * @param folded small letters without accents
 * @param plain small letters as they are, where the former are the same
 */
record SortKey(String folded, String plain) implements Comparable<SortKey> {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final char ASCII_END = 0x80;

    static SortKey of(String cell) {
        String plain = cell.toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) >= ASCII_END) {
                String apart = Normalizer.normalize(plain, Normalizer.Form.NFKD).replace("\u00DF", "ss");
                return new SortKey(ACCENTS.matcher(apart).replaceAll(""), plain);
            }
        }
        return new SortKey(plain, plain);
    }

    @Override
    public int compareTo(SortKey other) {
        int order = folded.compareTo(other.folded);
        return order == 0 ? plain.compareTo(other.plain) : order;
    }
}
