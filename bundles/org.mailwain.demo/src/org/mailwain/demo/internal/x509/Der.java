package org.mailwain.demo.internal.x509;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Values in the distinguished encoding (X.690), as far as a certificate needs them. */
final class Der {
    static final byte[] TRUE = value(0x01, new byte[] {(byte) 0xFF});

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] value(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        int length = content.size();
        if (length < 0x80) {
            value.write(length);
        } else {
            byte[] digits = BigInteger.valueOf(length).toByteArray();
            int skip = digits[0] == 0 ? 1 : 0;
            value.write(0x80 | digits.length - skip);
            value.write(digits, skip, digits.length - skip);
        }
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    static byte[] sequence(byte[]... contents) {
        return value(SEQUENCE, contents);
    }

    static byte[] set(byte[]... contents) {
        return value(SET, contents);
    }

    static byte[] integer(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    /** @param unused how many of the last byte's low bits do not count */
    static byte[] bits(byte[] bytes, int unused) {
        return value(0x03, new byte[] {(byte) unused}, bytes);
    }

    static byte[] octets(byte[] bytes) {
        return value(0x04, bytes);
    }

    static byte[] oid(int... numbers) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(40 * numbers[0] + numbers[1]);
        for (int i = 2; i < numbers.length; i++) {
            int number = numbers[i];
            int groups = (Math.max(1, 32 - Integer.numberOfLeadingZeros(number)) + 6) / 7;
            for (int group = groups - 1; group >= 0; group--) {
                content.write(number >> 7 * group & 0x7F | (group > 0 ? 0x80 : 0));
            }
        }
        return value(0x06, content.toByteArray());
    }

    static byte[] utf8(String text) {
        return value(0x0C, text.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 5280 section 4.1.2.5: two digits of the year up to 2049. */
    static byte[] time(Instant time) {
        String text = TIME.format(time);
        boolean late = text.compareTo("2050") >= 0;
        return value(late ? 0x18 : 0x17, text.substring(late ? 0 : 2).getBytes(StandardCharsets.US_ASCII));
    }
}
