package org.mailwain.report.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.mailwain.report.internal.text.Safe;

/**
 * The typeface of the summary: Liberation Sans (SIL Open Font License), which comes with PDFBox; only the glyphs in use
 * are embedded. It has Latin, Greek, Cyrillic and Hebrew. Other characters are shown without their accents, else by
 * number, so that nothing is left out silently.
 */
final class Face {
    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String MORE = "\u2026";

    private final PDFont font;
    private final Map<Integer, String> shown = new HashMap<>();

    Face(PDDocument document) throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(RESOURCE)) {
            font = PDType0Font.load(document, in, true);
        }
    }

    PDFont font() {
        return font;
    }

    /** In the order in which it is drawn from left to right, in characters that the typeface has. */
    String show(String text) {
        StringBuilder known = new StringBuilder();
        Safe.plain(text).codePoints().forEach(point -> known.append(shown.computeIfAbsent(point, this::glyphs)));
        String line = known.toString();
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length()) ? visual(line) : line;
    }

    private String glyphs(int point) {
        String text = Character.toString(point);
        if (has(text)) {
            return text;
        }
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return !bare.isEmpty() && !bare.equals(text) && bare.codePoints().allMatch(p -> has(Character.toString(p)))
                ? bare
                : String.format(Locale.ROOT, "[U+%04X]", point);
    }

    private boolean has(String character) {
        try {
            font.encode(character);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unicode TR 9, rules L2 and L4, for one line. */
    private static String visual(String line) {
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Integer[] order = new Integer[runs];
        for (int i = 0; i < runs; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, runs);
        StringBuilder drawn = new StringBuilder(line.length());
        for (int run : order) {
            StringBuilder piece = new StringBuilder(line.substring(bidi.getRunStart(run), bidi.getRunLimit(run)));
            drawn.append(bidi.getRunLevel(run) % 2 == 0 ? piece : piece.reverse());
        }
        return drawn.toString();
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(show(text)) / 1000 * size;
    }

    /** The text, or its beginning and an ellipsis. */
    String fit(String text, float size, float width) throws IOException {
        if (width(text, size) <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int length = points.length;
        while (length > 0 && width(new String(points, 0, length) + MORE, size) > width) {
            length -= Math.max(1, length / 16);
        }
        return new String(points, 0, Math.max(length, 0)) + MORE;
    }

    /** Lines of at most that width; what is left over at the last one is cut with an ellipsis. */
    List<String> wrap(String text, float size, float width, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
        while (!words.isEmpty() && lines.size() < most - 1) {
            StringBuilder line = new StringBuilder(words.removeFirst());
            while (!words.isEmpty() && width(line + " " + words.getFirst(), size) <= width) {
                line.append(' ').append(words.removeFirst());
            }
            lines.add(fit(line.toString(), size, width));
        }
        if (!words.isEmpty()) {
            lines.add(fit(String.join(" ", words), size, width));
        }
        return lines;
    }
}
