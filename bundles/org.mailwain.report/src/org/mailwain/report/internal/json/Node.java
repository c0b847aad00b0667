package org.mailwain.report.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One JSON object, read whole, with typed looks at its fields. What is missing or of another type is {@link Odd}. */
final class Node {
    /** Something that no report of ours holds. */
    static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Odd(String field) {
            super(field);
        }
    }

    private final Map<String, Object> fields;

    private Node(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** Reads the object at whose beginning the parser stands. */
    static Node read(JsonParser json) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            throw new Odd(String.valueOf(json.currentName()));
        }
        return new Node(object(json));
    }

    /** An object of fields that were read one by one. */
    static Node of(Map<String, Object> fields) {
        return new Node(fields);
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, value(json));
        }
        return fields;
    }

    /** The value at which the parser stands: text, long, boolean, list, node or null. */
    static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> new Node(object(json));
            case START_ARRAY -> array(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new Odd(String.valueOf(json.currentName()));
        };
    }

    private static List<Object> array(JsonParser json) throws IOException {
        List<Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json));
        }
        return values;
    }

    boolean has(String field) {
        return fields.get(field) != null;
    }

    /** Empty where it is missing. */
    String text(String field) {
        Object value = fields.get(field);
        return value == null ? "" : cast(field, value, String.class);
    }

    String needText(String field) {
        return cast(field, fields.get(field), String.class);
    }

    long number(String field) {
        return cast(field, fields.get(field), Long.class);
    }

    long number(String field, long otherwise) {
        return has(field) ? number(field) : otherwise;
    }

    int small(String field) {
        return small(field, number(field));
    }

    private static int small(String field, long number) {
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new Odd(field);
        }
        return (int) number;
    }

    boolean flag(String field) {
        return has(field) && cast(field, fields.get(field), Boolean.class);
    }

    Node child(String field) {
        return cast(field, fields.get(field), Node.class);
    }

    List<Node> children(String field) {
        return list(field, Node.class);
    }

    List<String> texts(String field) {
        return list(field, String.class);
    }

    List<Long> numbers(String field) {
        return list(field, Long.class);
    }

    private <T> List<T> list(String field, Class<T> type) {
        List<T> values = new ArrayList<>();
        if (has(field)) {
            List<?> list = cast(field, fields.get(field), List.class);
            list.forEach(value -> values.add(cast(field, value, type)));
        }
        return values;
    }

    /** Null where it is missing. */
    Instant moment(String field) {
        return has(field) ? parse(field, Instant::parse) : null;
    }

    Duration span(String field) {
        return parse(field, Duration::parse);
    }

    private <T> T parse(String field, Function<CharSequence, T> parser) {
        try {
            return parser.apply(needText(field));
        } catch (DateTimeException e) {
            throw new Odd(field);
        }
    }

    <E extends Enum<E>> E constant(String field, Class<E> type) {
        return constant(field, needText(field), type);
    }

    static <E extends Enum<E>> E constant(String field, String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (Json.name(constant).equals(name)) {
                return constant;
            }
        }
        throw new Odd(field);
    }

    <E extends Enum<E>> Map<E, Long> counts(String field, Class<E> type) {
        Map<E, Long> counts = new EnumMap<>(type);
        if (has(field)) {
            Node child = child(field);
            child.fields.keySet().forEach(name -> counts.put(constant(field, name, type), child.number(name)));
        }
        return counts;
    }

    /** Counts under names that are not ours. */
    <E extends Enum<E>> Map<E, Integer> smallCounts(String field, Class<E> type, Function<E, String> name) {
        Map<E, Integer> counts = new EnumMap<>(type);
        Node child = child(field);
        for (E constant : type.getEnumConstants()) {
            if (child.has(name.apply(constant))) {
                counts.put(constant, child.small(name.apply(constant)));
            }
        }
        return counts;
    }

    private static <T> T cast(String field, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new Odd(field);
        }
        return type.cast(value);
    }
}
