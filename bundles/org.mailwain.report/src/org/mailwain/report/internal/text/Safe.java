package org.mailwain.report.internal.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes texts of strangers harmless for whoever shows them. */
public final class Safe {
    private static final Pattern FORMULA = Pattern.compile("(^|;)(\\s*)(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");
    private static final int FILE_NAME = 60;

    private Safe() {}

    /** Lone surrogates replaced: no encoder chokes on it, and JSON readers agree on it. Null becomes empty. */
    public static String wellFormed(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder copy = null;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (Character.getType(point) == Character.SURROGATE) {
                if (copy == null) {
                    copy = new StringBuilder(text);
                }
                copy.setCharAt(i, '\uFFFD');
            }
            i += Character.charCount(point);
        }
        return copy == null ? text : copy.toString();
    }

    /**
     * Whether a character has no picture of its own or turns the text around it: controls, line separators, bidi
     * controls (Unicode TR 36, section 3.2), invisible blanks, tags, non-characters. The joiners of emoji and of
     * Persian stay.
     */
    public static boolean isOdd(int point) {
        return point < 0x20
                || point >= 0x7F && point <= 0x9F
                || point == 0xAD
                || point == 0x61C
                || point == 0x180E
                || point == 0x200B
                || point == 0x200E
                || point == 0x200F
                || point >= 0x2028 && point <= 0x202E
                || point >= 0x2060 && point <= 0x206F
                || point == 0xFEFF
                || point >= 0xFFF9 && point <= 0xFFFB
                || point >= 0xE0000 && point <= 0xE007F && !isFlagTag(point)
                || (point & 0xFFFE) == 0xFFFE
                || point >= 0xFDD0 && point <= 0xFDEF;
    }

    /** Flags of regions (RGI emoji tag sequences) are spelt with these. */
    private static boolean isFlagTag(int point) {
        return point >= 0xE0061 && point <= 0xE007A || point == 0xE007F;
    }

    /** What is shown in the place of an odd character: its name or its number, in letters that every font has. */
    public static String picture(int point) {
        return switch (point) {
            case '\t' -> "[TAB]";
            case '\n' -> "[LF]";
            case '\r' -> "[CR]";
            default -> String.format(Locale.ROOT, "[U+%04X]", point);
        };
    }

    /** One line without odd characters. */
    public static String plain(String text) {
        String whole = wellFormed(text);
        if (whole.codePoints().noneMatch(Safe::isOdd)) {
            return whole;
        }
        StringBuilder shown = new StringBuilder(whole.length() + 16);
        whole.codePoints().forEach(point -> {
            if (isOdd(point)) {
                shown.append(picture(point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /**
     * For a spreadsheet: nothing in it is taken for a formula, neither at the beginning nor behind a semicolon, at
     * which spreadsheets of many countries cut.
     */
    public static String cell(String text) {
        return FORMULA.matcher(plain(text)).replaceAll("$1$2'");
    }

    /** A part of a file name on any system: lower case, ASCII, not empty. Not unique by itself. */
    public static String fileName(String text) {
        String name = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = name.length() > FILE_NAME ? name.substring(0, FILE_NAME) : name;
        String trimmed = cut.replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "mailbox" : trimmed;
    }
}
