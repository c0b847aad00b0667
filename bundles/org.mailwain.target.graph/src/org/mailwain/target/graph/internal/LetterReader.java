package org.mailwain.target.graph.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.mailwain.api.mail.Body;

/** Takes a message apart, whatever its size, with a few megabytes of memory. A message in a message stays whole. */
final class LetterReader {
    /** What may be kept of all parts together: with the text and in Base64 it stays below what a request may hold. */
    private static final int KEPT = 1_900_000;

    private static final int TEXT = 1_000_000;
    private static final int BLOCK = 48_000;
    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(1_000_000)
            .setMaxHeaderCount(10_000)
            .build();

    private final List<Letter.Line> lines = new ArrayList<>();
    private final List<Letter.Part> parts = new ArrayList<>();
    private final Deque<String> multiparts = new ArrayDeque<>();
    private String plain;
    private String html;
    private boolean inAlternative;
    private final Set<Letter.Trait> traits = EnumSet.noneOf(Letter.Trait.class);
    private int leaf;
    private int kept;

    private LetterReader() {}

    static Letter read(Body body) throws IOException {
        LetterReader reader = new LetterReader();
        try (InputStream in = body.open()) {
            reader.parse(in);
        } catch (MimeException | RuntimeException e) {
            return reader.whole(body);
        }
        return reader.letter(body);
    }

    /** A message that cannot be taken apart is attached as it is. */
    private Letter whole(Body body) throws IOException {
        traits.add(Letter.Trait.WHOLE);
        return new Letter(lines, block(body), Letter.Text.NONE, List.of(itself(body)), traits);
    }

    private static Letter.Part itself(Body body) throws IOException {
        byte[] content = null;
        if (body.size() <= KEPT) {
            try (InputStream in = body.open()) {
                content = in.readAllBytes();
            }
        }
        return new Letter.Part(Letter.Part.WHOLE, "message.eml", "message/rfc822", false, null, body.size(), content);
    }

    private static MimeTokenStream stream(InputStream in) {
        MimeTokenStream stream = new MimeTokenStream(
                CONFIG, DecodeMonitor.SILENT, new DefaultBodyDescriptorBuilder(null, null, DecodeMonitor.SILENT));
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(in);
        return stream;
    }

    /** The decoded content of one part; the caller closes the message. */
    static InputStream part(InputStream message, int wanted) throws IOException, MimeException {
        if (wanted == Letter.Part.WHOLE) {
            return message;
        }
        MimeTokenStream stream = stream(message);
        int at = 0;
        for (EntityState s = stream.getState(); s != EntityState.T_END_OF_STREAM; s = stream.next()) {
            if (s == EntityState.T_BODY && at++ == wanted) {
                return stream.getDecodedInputStream();
            }
        }
        throw new IOException("part " + wanted);
    }

    private void parse(InputStream in) throws IOException, MimeException {
        MimeTokenStream stream = stream(in);
        boolean top = true;
        for (EntityState s = stream.getState(); s != EntityState.T_END_OF_STREAM; s = stream.next()) {
            switch (s) {
                case T_FIELD -> {
                    if (top) {
                        Field field = stream.getField();
                        String value = text(field.getRaw().toByteArray());
                        lines.add(new Letter.Line(field.getName(), unfolded(value)));
                    }
                }
                case T_END_HEADER -> top = false;
                case T_START_MULTIPART ->
                    begin(((MaximalBodyDescriptor) stream.getBodyDescriptor())
                            .getSubType()
                            .toLowerCase(Locale.ROOT));
                case T_END_MULTIPART -> multiparts.pop();
                case T_BODY -> body(stream);
                default -> {
                    // preambles and the like say nothing
                }
            }
        }
    }

    private static String unfolded(String raw) {
        String value = raw.substring(raw.indexOf(':') + 1);
        return value.replaceAll("\\r?\\n[ \\t]*", " ").strip();
    }

    private void begin(String subType) {
        multiparts.push(subType);
        signed(subType.equals("signed") || subType.equals("encrypted"));
    }

    private void signed(boolean so) {
        if (so) {
            traits.add(Letter.Trait.SIGNED);
        }
    }

    private void body(MimeTokenStream stream) throws IOException {
        MaximalBodyDescriptor descriptor = (MaximalBodyDescriptor) stream.getBodyDescriptor();
        int number = leaf++;
        String type = descriptor.getMimeType() == null
                ? "application/octet-stream"
                : descriptor.getMimeType().toLowerCase(Locale.ROOT);
        signed(type.endsWith("pkcs7-mime"));
        String name = name(descriptor);
        boolean attached = "attachment".equalsIgnoreCase(descriptor.getContentDispositionType()) || name != null;
        boolean isHtml = type.equals("text/html");
        boolean isText = !attached && (isHtml ? html == null : type.equals("text/plain") && plain == null);
        Content content = content(stream.getDecodedInputStream(), isText);
        if (isText && content.bytes() != null) {
            String text = decoded(content.bytes(), descriptor.getCharset());
            inAlternative |= "alternative".equals(multiparts.peek());
            if (isHtml) {
                html = text;
            } else {
                plain = text;
            }
            return;
        } else if (isText) {
            traits.add(Letter.Trait.LONG_TEXT);
        }
        parts.add(new Letter.Part(
                number,
                name != null ? name : invented(type, number),
                type,
                "inline".equalsIgnoreCase(descriptor.getContentDispositionType())
                        || descriptor.getContentId() != null && "related".equals(multiparts.peek()),
                descriptor.getContentId() == null
                        ? null
                        : descriptor.getContentId().replaceAll("^<|>$", ""),
                content.size(),
                content.bytes()));
    }

    private record Content(byte[] bytes, long size) {}

    private Content content(InputStream in, boolean isText) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        long size = 0;
        long most = isText ? TEXT : KEPT - kept;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            size += n;
            if (size <= most) {
                out.write(buffer, 0, n);
            }
        }
        if (size > most) {
            return new Content(null, size);
        }
        kept += isText ? 0 : (int) size;
        return new Content(out.toByteArray(), size);
    }

    private static String name(MaximalBodyDescriptor descriptor) {
        String name = descriptor.getContentDispositionFilename();
        if (name == null) {
            Map<String, String> parameters = descriptor.getContentTypeParameters();
            name = parameters == null ? null : parameters.get("name");
        }
        if (name == null) {
            return null;
        }
        String plain = DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT)
                .replaceAll("[\\p{Cntrl}]", "")
                .strip();
        return plain.isEmpty() ? null : plain.length() > 250 ? plain.substring(plain.length() - 250) : plain;
    }

    private static String invented(String type, int number) {
        String end = switch (type) {
            case "message/rfc822" -> ".eml";
            case "text/calendar" -> ".ics";
            case "text/plain" -> ".txt";
            case "text/html" -> ".html";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/gif" -> ".gif";
            case "application/pdf" -> ".pdf";
            case "application/pkcs7-signature", "application/x-pkcs7-signature" -> ".p7s";
            case "application/pkcs7-mime", "application/x-pkcs7-mime" -> ".p7m";
            default -> ".bin";
        };
        return "part-" + (number + 1) + end;
    }

    private static String decoded(byte[] bytes, String charset) {
        Charset named = null;
        try {
            named = charset == null ? null : Charset.forName(charset);
        } catch (IllegalArgumentException e) {
            // no charset that this Java knows
        }
        boolean ascii = named == null || named.equals(StandardCharsets.US_ASCII);
        return ascii || named.equals(StandardCharsets.UTF_8) ? text(bytes) : new String(bytes, named);
    }

    /** UTF-8 where the bytes are that, else Latin-1, in which every byte is a character. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String block(Body body) throws IOException {
        byte[] start;
        try (InputStream in = body.open()) {
            start = in.readNBytes(BLOCK);
        }
        int end = start.length;
        for (int i = 0; i + 3 < start.length; i++) {
            if (start[i] == '\r' && start[i + 1] == '\n' && start[i + 2] == '\r' && start[i + 3] == '\n') {
                end = i + 2;
                break;
            }
        }
        // one character for each byte, so that what comes back is what was there
        return new String(start, 0, end, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    private Letter letter(Body body) throws IOException {
        Letter.Text text = html != null
                ? new Letter.Text(true, html)
                : plain != null ? new Letter.Text(false, plain) : Letter.Text.NONE;
        if (html != null && plain != null && inAlternative) {
            traits.add(Letter.Trait.ALTERNATIVE);
        } else if (html != null && plain != null) {
            // two texts that say different things: the second is kept beside the first
            parts.addFirst(of(plain, "text/plain", "part-0.txt"));
        }
        if (!Fitting.fits(text)) {
            traits.add(Letter.Trait.LONG_TEXT);
            parts.addFirst(of(
                    text.content(), text.html() ? "text/html" : "text/plain", text.html() ? "text.html" : "text.txt"));
            text = Letter.Text.NONE;
        }
        List<Letter.Part> all = parts;
        if (parts.size() > Fitting.MOST_PARTS) {
            traits.add(Letter.Trait.WHOLE);
            all = List.of(itself(body));
        }
        String block = block(body);
        return new Letter(lines, block, text, Fitting.parts(all, text, block), traits);
    }

    private static Letter.Part of(String text, String type, String name) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Letter.Part(Letter.Part.NOWHERE, name, type, false, null, bytes.length, bytes);
    }
}
