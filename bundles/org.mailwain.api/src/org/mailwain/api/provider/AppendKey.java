package org.mailwain.api.provider;

import java.util.HexFormat;

/** Our own name for one copy of one item: the same for every attempt, different for every item and target folder. */
public record AppendKey(long high, long low) {
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    public static AppendKey parse(String text) {
        return new AppendKey(HexFormat.fromHexDigitsToLong(text, 0, 16), HexFormat.fromHexDigitsToLong(text, 16, 32));
    }
}
