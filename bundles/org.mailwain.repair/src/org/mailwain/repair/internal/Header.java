package org.mailwain.repair.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a message, field by field, each with its folded lines and line ends. Bytes that are no field's stand
 * in {@link #odd}.
 *
 * @param fields those up to the empty line, or up to the first line that is none of a header
 * @param odd that line without its end, or null; nothing after it was looked at
 * @param end the empty line with its end; empty where the message has none, or an odd line comes first
 */
record Header(List<Field> fields, String odd, byte[] end) {
    /** No longer header is looked at. */
    static final int MOST = 1 << 20;

    /** @param bytes with all line ends */
    record Field(byte[] bytes) {
        /** As it is written; empty for what is no field. */
        String name() {
            int colon = 0;
            while (colon < bytes.length && bytes[colon] > ' ' && bytes[colon] != ':' && bytes[colon] < 127) {
                colon++;
            }
            int end = colon;
            while (colon < bytes.length && (bytes[colon] == ' ' || bytes[colon] == '\t')) {
                colon++;
            }
            boolean found = end > 0 && colon < bytes.length && bytes[colon] == ':';
            return found ? new String(bytes, 0, end, StandardCharsets.US_ASCII) : "";
        }

        /** Blanks before the colon, which only old messages have (RFC 5322 section 4.5). */
        boolean hasBlankBeforeColon() {
            int colon = name().length();
            return colon > 0 && bytes[colon] != ':';
        }

        boolean is(String name) {
            return name().equalsIgnoreCase(name);
        }

        boolean isAscii() {
            for (byte b : bytes) {
                if (b < 0) {
                    return false;
                }
            }
            return true;
        }

        /** Everything after the colon, a byte as a character, line ends and all. */
        String raw() {
            String all = new String(bytes, StandardCharsets.ISO_8859_1);
            return all.substring(all.indexOf(':') + 1);
        }

        static Field of(String name, String raw) {
            return new Field((name + ":" + raw).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** @return null where the header is longer than {@link #MOST} */
    static Header read(PushbackInputStream in) throws IOException {
        List<Field> fields = new ArrayList<>();
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        int size = 0;
        while (true) {
            byte[] line = line(in, MOST - size);
            if (line == null) {
                return null;
            }
            size += line.length;
            boolean folded = line.length > 0 && (line[0] == ' ' || line[0] == '\t');
            if (folded && open.size() > 0) {
                open.writeBytes(line);
                continue;
            }
            if (open.size() > 0) {
                fields.add(new Field(open.toByteArray()));
                open.reset();
            }
            if (isEmpty(line)) {
                return new Header(fields, null, line);
            }
            if (new Field(line).name().isEmpty()) {
                in.unread(line);
                return new Header(fields, new String(line, StandardCharsets.ISO_8859_1).strip(), new byte[0]);
            }
            open.writeBytes(line);
        }
    }

    private static boolean isEmpty(byte[] line) {
        return line.length == 0 || line[0] == '\n' || line[0] == '\r';
    }

    /** With its end; empty at the end of the stream, null where it is longer. */
    private static byte[] line(InputStream in, int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                return line.toByteArray();
            }
            if (line.size() >= most) {
                return null;
            }
        }
        return line.toByteArray();
    }

    static PushbackInputStream beginning(InputStream message) {
        return new PushbackInputStream(new BufferedInputStream(message, 64 * 1024), MOST + 1);
    }

    /** The header as it stands here, and after it the rest of the message. */
    InputStream before(InputStream rest) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        fields.forEach(field -> all.writeBytes(field.bytes()));
        all.writeBytes(end);
        return new SequenceInputStream(new ByteArrayInputStream(all.toByteArray()), rest);
    }
}
