package org.mailwain.tck.memory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** The bytes of one message at rest. Immutable. A generated one costs a few words of memory, whatever its size. */
public sealed interface Content {
    /** Number of bytes. */
    int size();

    /** A fresh array. */
    byte[] bytes();

    /** The bytes as they are; known as generated where they are, so that a copy costs as little as its original. */
    static Content of(byte[] bytes) {
        Generated generated = Generated.recognised(bytes);
        return generated != null ? generated : new Given(bytes.clone());
    }

    /** A message of exactly so many bytes (at least {@link Generated#LEAST}), the same for the same arguments. */
    static Content generated(long seed, int number, int size) {
        return new Generated(seed, number, Math.max(size, Generated.LEAST));
    }

    /** The header with its empty line. */
    default byte[] header() {
        byte[] all = bytes();
        for (int i = 0; i + 3 < all.length; i++) {
            if (all[i] == '\r' && all[i + 1] == '\n' && all[i + 2] == '\r' && all[i + 3] == '\n') {
                return Arrays.copyOf(all, i + 4);
            }
        }
        return all;
    }

    /** Bytes that somebody gave. */
    final class Given implements Content {
        private final byte[] bytes;

        private Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int size() {
            return bytes.length;
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** Bytes that can be made again from three numbers. */
    record Generated(long seed, int number, int size) implements Content {
        /** Smallest size, enough for the longest header. */
        public static final int LEAST = 400;

        private static final Instant FIRST = Instant.parse("2015-03-01T08:00:00Z");
        private static final String MARK = "Message-ID: <generated.";
        private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                        "EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
                .withZone(ZoneOffset.UTC);

        /** When it says it was sent. */
        public Instant date() {
            return FIRST.plus(Duration.ofMinutes(number * 7L));
        }

        @Override
        public byte[] bytes() {
            byte[] all = new byte[size];
            byte[] header = text().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(header, 0, all, 0, header.length);
            long state = seed * 0x9E3779B97F4A7C15L + number;
            for (int i = header.length; i < size; i++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                all[i] = (byte) ('a' + (int) ((state >>> 40) % 26));
            }
            for (int end = header.length + 76; end <= size - 3; end += 76) {
                all[end - 2] = '\r';
                all[end - 1] = '\n';
            }
            all[size - 2] = '\r';
            all[size - 1] = '\n';
            return all;
        }

        private String text() {
            String date = DATE.format(date());
            return MARK + seed + "." + number + "." + size + "@memory.example>\r\n"
                    + "Date: " + date + "\r\n"
                    + "From: Sender " + number % 97 + " <s" + number % 97 + "@memory.example>\r\n"
                    + "To: Receiver <receiver@memory.example>\r\n"
                    + "Subject: Generated message " + number + "\r\n"
                    + "\r\n";
        }

        private static Generated recognised(byte[] bytes) {
            if (bytes.length < LEAST) {
                return null;
            }
            String start = new String(bytes, 0, 120, StandardCharsets.ISO_8859_1);
            int at = start.indexOf('@');
            if (!start.startsWith(MARK) || at < 0) {
                return null;
            }
            String[] numbers = start.substring(MARK.length(), at).split("\\.");
            try {
                Generated made = new Generated(
                        Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
                return made.size == bytes.length && Arrays.equals(made.bytes(), bytes) ? made : null;
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                return null;
            }
        }
    }
}
