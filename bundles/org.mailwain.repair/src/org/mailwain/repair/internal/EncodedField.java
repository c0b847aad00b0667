package org.mailwain.repair.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.EncoderUtil;

/** Writes a header field with raw bytes in ASCII: what stands for characters stays readable, the rest stays as it is. */
final class EncodedField {
    /** Fields of words and addresses; everything else but parameters is text. */
    private static final Set<String> ADDRESSES = Set.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "bcc",
            "resent-from",
            "resent-sender",
            "resent-to",
            "resent-cc",
            "resent-bcc",
            "disposition-notification-to");

    private static final Set<String> PARAMETERS = Set.of("content-type", "content-disposition");
    /** {@code name="value"} or {@code name=value} with raw bytes in the value. */
    private static final Pattern PARAMETER = Pattern.compile("([!-:<>-~]+)=(\"(?:[^\"\\\\]|\\\\.)*\"|[^;\\s\"]+)");
    /** A quoted string, something in angle brackets, a comment, or an atom. */
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|<[^>]*>|[^\\s\"<>,;:()]+|\\s+|.", Pattern.DOTALL);
    /** Words that follow one another become one, since the blank between two encoded words is not shown. */
    private static final Pattern WORDS =
            Pattern.compile("[^\\s]*[\\x80-\\xff][^\\s]*(\\s+[^\\s]*[\\x80-\\xff][^\\s]*)*");

    private static final Pattern RAW = Pattern.compile("[\\x80-\\xff]");

    private EncodedField() {}

    static Header.Field of(Header.Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        String raw = field.raw();
        String ascii;
        if (PARAMETERS.contains(name)) {
            ascii = parameters(raw);
        } else if (ADDRESSES.contains(name)) {
            ascii = addresses(raw);
        } else {
            ascii = text(raw);
        }
        // what could not be encoded where it stands, such as an address, has no meaning in ASCII
        return Header.Field.of(field.name(), RAW.matcher(ascii).replaceAll("?"));
    }

    private static String text(String raw) {
        return WORDS.matcher(raw).replaceAll(found -> Matcher.quoteReplacement(word(unfolded(found.group()))));
    }

    private static String addresses(String raw) {
        StringBuilder out = new StringBuilder();
        StringBuilder phrase = new StringBuilder();
        Matcher tokens = TOKEN.matcher(raw);
        while (tokens.find()) {
            String token = tokens.group();
            char first = token.charAt(0);
            boolean ofPhrase = "<>,;:()".indexOf(first) < 0;
            if (ofPhrase) {
                phrase.append(token);
            } else {
                out.append(phrase(phrase)).append(token);
                phrase.setLength(0);
            }
        }
        return out.append(phrase(phrase)).toString();
    }

    /** A name before an address, encoded whole: quotes and encoded words do not go together. */
    private static String phrase(StringBuilder written) {
        String phrase = written.toString();
        boolean address = phrase.indexOf('@') >= 0 && phrase.indexOf('"') < 0;
        if (address || !RAW.matcher(phrase).find()) {
            return phrase;
        }
        String core = phrase.strip();
        int at = phrase.indexOf(core);
        String plain = core.replaceAll("\"((?:[^\"\\\\]|\\\\.)*)\"", "$1").replaceAll("\\\\(.)", "$1");
        return phrase.substring(0, at) + word(unfolded(plain)) + phrase.substring(at + core.length());
    }

    private static String parameters(String raw) {
        return PARAMETER.matcher(raw).replaceAll(found -> {
            String value = found.group(2);
            if (!RAW.matcher(value).find()) {
                return Matcher.quoteReplacement(found.group());
            }
            String plain = value.startsWith("\"")
                    ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                    : value;
            return Matcher.quoteReplacement(found.group(1) + "*=UTF-8''" + percent(decoded(unfolded(plain))));
        });
    }

    /** RFC 2231 section 4. */
    private static String percent(String value) {
        StringBuilder out = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || "-._~".indexOf(b) >= 0;
            out.append(plain ? Character.toString(b) : "%%%02X".formatted(b));
        }
        return out.toString();
    }

    private static String unfolded(String raw) {
        return raw.replaceAll("\\r?\\n", "");
    }

    /** Of at most 75 characters each (RFC 2047 section 2), folded. */
    private static String word(String raw) {
        String text = decoded(raw);
        boolean foreign = text.chars().filter(c -> c > 127).count() * 2 > text.length();
        EncoderUtil.Encoding encoding = foreign ? EncoderUtil.Encoding.B : EncoderUtil.Encoding.Q;
        return EncoderUtil.encodeEncodedWord(text, EncoderUtil.Usage.WORD_ENTITY, 0, StandardCharsets.UTF_8, encoding)
                .replace("?= =?", "?=\r\n =?");
    }

    /** UTF-8 where the bytes are, else what Windows wrote in the West. */
    private static String decoded(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
