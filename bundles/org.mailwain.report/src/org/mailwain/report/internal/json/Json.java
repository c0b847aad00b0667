package org.mailwain.report.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.report.internal.text.Safe;

/** How JSON is written and read here: UTF-8 that is safe on a terminal, read within limits. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(new Escapes())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(40)
                    .maxNameLength(200)
                    .maxStringLength(1_000_000)
                    .build())
            .build();

    private Json() {}

    /** Writes compactly, with nothing between two values; closing it closes the stream. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    public static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(in);
    }

    /** {@code ALREADY_THERE} as {@code alreadyThere}. */
    public static String name(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().split("_")) {
            String lower = word.toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return name.toString();
    }

    /** Left out when null or empty, as every optional field. */
    static void text(JsonGenerator json, String field, String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(field, Safe.wellFormed(value));
        }
    }

    static void moment(JsonGenerator json, String field, Instant value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }

    static <E extends Enum<E>> void counts(JsonGenerator json, String field, Map<E, ? extends Number> counts)
            throws IOException {
        json.writeObjectFieldStart(field);
        for (E constant : new TreeSet<>(counts.keySet())) {
            json.writeNumberField(name(constant), counts.get(constant).longValue());
        }
        json.writeEndObject();
    }

    static <E extends Enum<E>> void names(JsonGenerator json, String field, Set<E> constants) throws IOException {
        if (!constants.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (E constant : new TreeSet<>(constants)) {
                json.writeString(name(constant));
            }
            json.writeEndArray();
        }
    }

    static void numbers(JsonGenerator json, String field, Collection<? extends Number> numbers) throws IOException {
        json.writeArrayFieldStart(field);
        for (Number number : numbers) {
            json.writeNumber(number.longValue());
        }
        json.writeEndArray();
    }

    /** Odd characters as numbers: whoever prints the file is not fooled, and a line stays a line for any reader. */
    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            codes[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return character > 0x7F && !Character.isSurrogate((char) character) && Safe.isOdd(character)
                    ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", character))
                    : null;
        }
    }
}
