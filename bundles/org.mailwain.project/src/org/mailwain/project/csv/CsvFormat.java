package org.mailwain.project.csv;

/**
 * How cells are written.
 *
 * @param delimiter between cells
 * @param quote around cells that hold a delimiter, a line end or the quote itself, which is then doubled;
 *     {@link #NO_QUOTE} where every character stands for itself
 */
public record CsvFormat(char delimiter, char quote) {
    public static final char NO_QUOTE = '\0';

    /** RFC 4180, and what Exchange Online takes. */
    public static final CsvFormat STANDARD = new CsvFormat(',', '"');

    /**
     * A value as a cell, in quotes where it needs them. Blanks at its ends are kept by quotes.
     *
     * @throws IllegalArgumentException where a format without quotes has no way to write it
     */
    public String write(String value) {
        return write(value, false);
    }

    /** @param quoted whether to use quotes in any case */
    String write(String value, boolean quoted) {
        boolean needed = quoted || needsQuotes(value);
        if (!needed) {
            return value;
        }
        if (quote == NO_QUOTE) {
            throw new IllegalArgumentException("a cell cannot hold this without quotes");
        }
        String mark = String.valueOf(quote);
        return mark + value.replace(mark, mark + mark) + mark;
    }

    /** Whether a value can be written at all. */
    boolean canWrite(String value) {
        return quote != NO_QUOTE || !needsQuotes(value);
    }

    private boolean needsQuotes(String value) {
        if (value.isEmpty()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == delimiter || c == '\n' || c == '\r' || c == quote && quote != NO_QUOTE) {
                return true;
            }
        }
        return quote != NO_QUOTE
                && (Character.isWhitespace(value.charAt(0))
                        || Character.isWhitespace(value.charAt(value.length() - 1)));
    }
}
