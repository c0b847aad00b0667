package org.mailwain.api.settings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes, in files as {@code 35 MB} (decimal), {@code 1 MiB} (binary) or a plain number. */
public record Bytes(long count) {
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,15}(?:\\.\\d{1,3})?)\\s*(|B|[KMGT]B|[KMGT]IB)", Pattern.CASE_INSENSITIVE);

    /** @throws IllegalArgumentException where the text is no number of bytes */
    public static Bytes parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a number of bytes");
        }
        String unit = matcher.group(2).toUpperCase(Locale.ROOT);
        long base = unit.endsWith("IB") ? 1024 : 1000;
        int power = unit.isEmpty() ? 0 : "BKMGT".indexOf(unit.charAt(0));
        return new Bytes(new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(base).pow(power))
                .toBigInteger()
                .longValueExact());
    }

    /** In the largest decimal unit that needs no fraction. */
    @Override
    public String toString() {
        String[] units = {"", " KB", " MB", " GB", " TB"};
        long value = count;
        int unit = 0;
        while (unit < 4 && value != 0 && value % 1000 == 0) {
            value /= 1000;
            unit++;
        }
        return value + units[unit];
    }
}
