package org.mailwain.repair.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ContentUtil;

/**
 * What the header of a message or of a part of it says of its content (RFC 2045).
 *
 * @param number from 0, in the order of the message
 * @param type in lower case, {@code text/plain} where there is none
 * @param encoding in lower case, {@code 7bit} where there is none
 * @param boundary of a multipart, else null
 * @param signed whether a signature covers its bytes as they are
 */
record Part(int number, String type, String encoding, String boundary, boolean signed) {
    /** @param within the part that this one stands in, or null */
    static Part of(int number, List<Header.Field> header, Part within) {
        RawBody content = body(header, "content-type");
        RawBody encoding = body(header, "content-transfer-encoding");
        boolean digest = within != null && within.type().equals("multipart/digest");
        String type = content == null ? digest ? "message/rfc822" : "text/plain" : lower(content.getValue());
        String how = encoding == null ? "7bit" : lower(encoding.getValue());
        String boundary = null;
        if (content != null && type.startsWith("multipart/")) {
            boundary = content.getParams().stream()
                    .filter(parameter -> parameter.getName().equalsIgnoreCase("boundary"))
                    .map(NameValuePair::getValue)
                    .findFirst()
                    .orElse(null);
        }
        boolean signed = within != null && (within.signed() || within.type().equals("multipart/signed"));
        return new Part(number, type, how, boundary, signed);
    }

    private static String lower(String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static RawBody body(List<Header.Field> header, String name) {
        for (Header.Field field : header) {
            if (field.is(name)) {
                try {
                    String text = new String(field.bytes(), StandardCharsets.ISO_8859_1);
                    return RawFieldParser.DEFAULT.parseRawBody(
                            RawFieldParser.DEFAULT.parseField(ContentUtil.encode(StandardCharsets.ISO_8859_1, text)));
                } catch (MimeException unreadable) {
                    return null;
                }
            }
        }
        return null;
    }

    boolean isMultipart() {
        return boundary != null && !boundary.isEmpty();
    }

    /** A message in a message, as it is. */
    boolean isMessage() {
        return type.equals("message/rfc822") && !isEncoded();
    }

    boolean isEncoded() {
        return encoding.equals("base64") || encoding.equals("quoted-printable");
    }

    boolean isText() {
        return type.startsWith("text/");
    }
}
