package org.mailwain.project.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;

/**
 * Finds out by looking which charset a list of people was exported in: byte order mark, strict UTF-8, UTF-16 by its
 * zero bytes, else that of the old 8-bit sets under which the letters make the most likely names.
 */
public final class CharsetGuess {
    /** The likelier first; what the platform does not have is left out. */
    private static final List<String> EIGHT_BIT =
            List.of("windows-1252", "windows-1251", "KOI8-R", "IBM850", "x-MacRoman", "ISO-8859-1");

    private static final int SAMPLE = 200_000;

    private CharsetGuess() {}

    /** Reads the bytes by the likeliest charset; every byte comes back on writing. */
    public static TextContent read(byte[] bytes) {
        Optional<TextContent> unicode = unicode(bytes);
        if (unicode.isPresent()) {
            return unicode.get();
        }
        TextContent best = TextContent.decode(bytes);
        double most = Double.NEGATIVE_INFINITY;
        for (String name : EIGHT_BIT) {
            if (!Charset.isSupported(name)) {
                continue;
            }
            Optional<TextContent> content = TextContent.decode(bytes, new Encoding(Charset.forName(name), false));
            double score = content.map(c -> score(c.text())).orElse(Double.NEGATIVE_INFINITY);
            if (score > most) {
                most = score;
                best = content.orElseThrow();
            }
        }
        return best;
    }

    private static Optional<TextContent> unicode(byte[] bytes) {
        Encoding marked = Encoding.ofMark(bytes);
        if (marked != null) {
            return TextContent.decode(bytes, marked);
        }
        int[] zeros = new int[2];
        int length = Math.min(bytes.length, 2000);
        for (int i = 0; i < length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        // Text has no zero bytes but in UTF-16, where delimiters and line ends have one each.
        if (zeros[0] + zeros[1] > length / 50) {
            var wide = zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            return TextContent.decode(bytes, new Encoding(wide, false));
        }
        return TextContent.decode(bytes, Encoding.UTF_8);
    }

    /** Letters beside letters of the same script and a fitting case are likely, signs inside words are not. */
    private static double score(String text) {
        double score = 0;
        int length = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            char after = i + 1 == length ? ' ' : text.charAt(i + 1);
            if (!Character.isLetter(c)) {
                boolean inWord = Character.isLetter(before) || Character.isLetter(after);
                score -= Character.isISOControl(c) ? 5 : inWord ? 2 : 1;
            } else {
                score += letter(c, before, after);
            }
        }
        return score;
    }

    private static double letter(char c, char before, char after) {
        boolean upperInside = Character.isUpperCase(c) && Character.isLowerCase(before);
        double score = upperInside ? -1 : common(c) ? 1.5 : 1;
        for (char neighbour : new char[] {before, after}) {
            if (Character.isLetter(neighbour)) {
                boolean same = Character.UnicodeScript.of(c) == Character.UnicodeScript.of(neighbour);
                score += same ? neighbour >= 0x80 && isLatin(c) ? -0.75 : 0.25 : -2;
            }
        }
        return score;
    }

    /** Accented Latin letters seldom stand in a row; Cyrillic ones always do. */
    private static boolean isLatin(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static boolean common(char c) {
        return "äöüÄÖÜßéèêëàáâãåæçíìîïñóòôõøúùûýÉÅÆØÑÇоеаинтсрвлкмдпуя".indexOf(c) >= 0;
    }
}
