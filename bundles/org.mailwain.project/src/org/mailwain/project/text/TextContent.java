package org.mailwain.project.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The text of a file together with how it is written, so that {@code decode(bytes).encode()} gives the same bytes
 * whatever they are. Immutable.
 *
 * @param text without a byte order mark; line ends are as in the file
 */
public record TextContent(String text, Encoding encoding) {
    public TextContent {
        Objects.requireNonNull(text);
        Objects.requireNonNull(encoding);
    }

    /** By the byte order mark, else as UTF-8; where it is neither, as ISO-8859-1, which loses no byte. */
    public static TextContent decode(byte[] bytes) {
        Encoding marked = Encoding.ofMark(bytes);
        Encoding encoding = marked == null ? Encoding.UTF_8 : marked;
        return decode(bytes, encoding)
                .orElseGet(() -> decode(bytes, new Encoding(StandardCharsets.ISO_8859_1, false))
                        .orElseThrow());
    }

    /** Empty where the bytes do not fit the encoding, or would not come back the same. */
    public static Optional<TextContent> decode(byte[] bytes, Encoding encoding) {
        int start = encoding.mark().length;
        try {
            CharBuffer text = encoding.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start));
            TextContent content = new TextContent(text.toString(), encoding);
            return Arrays.equals(bytes, content.encode()) ? Optional.of(content) : Optional.empty();
        } catch (CharacterCodingException unfit) {
            return Optional.empty();
        }
    }

    public TextContent withText(String other) {
        return new TextContent(other, encoding);
    }

    /** Offset of the first character that the encoding cannot write, or -1. */
    public int firstUnencodable() {
        var encoder = encoding.charset().newEncoder();
        if (encoder.canEncode(text)) {
            return -1;
        }
        int offset = 0;
        while (offset < text.length()) {
            int next = text.offsetByCodePoints(offset, 1);
            if (!encoder.canEncode(text.subSequence(offset, next))) {
                return offset;
            }
            offset = next;
        }
        return -1;
    }

    /** @throws CharacterCodingException where the encoding has no bytes for a character of the text */
    public byte[] encode() throws CharacterCodingException {
        ByteBuffer body = encoding.charset()
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .encode(CharBuffer.wrap(text));
        byte[] mark = encoding.mark();
        byte[] bytes = Arrays.copyOf(mark, mark.length + body.remaining());
        body.get(bytes, mark.length, body.remaining());
        return bytes;
    }

    /** Whether the text was read as UTF-8, or is plain ASCII in whatever it was read. */
    public boolean isUtf8() {
        Charset charset = encoding.charset();
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** The line end that most lines have; a line feed where there is none. */
    public String lineEnd() {
        return LineMap.dominantLineEnd(text);
    }

    /** Keeps contents, which may hold passwords, out of logs. */
    @Override
    public String toString() {
        return "TextContent[" + text.length() + " characters, " + encoding + "]";
    }
}
