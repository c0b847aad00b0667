package org.mailwain.operations.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.ledger.FailureJson;

/** One {@link RunEvent} a line: its type's name under {@code type}, then its components by name; null is left out. */
final class EventJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper READER = new ObjectMapper();
    private static final Map<String, Class<?>> TYPES = Arrays.stream(RunEvent.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private EventJson() {}

    static String encode(RunEvent event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("type", event.getClass().getSimpleName());
            for (RecordComponent component : event.getClass().getRecordComponents()) {
                Object value = component.getAccessor().invoke(event);
                if (value != null) {
                    json.writeFieldName(component.getName());
                    write(value, json);
                }
            }
            json.writeEndObject();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return line.toString();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Enum<?> constant -> json.writeString(constant.name());
            case Failure failure -> json.writeRawValue(FailureJson.encode(failure));
            default -> json.writeString(value.toString());
        }
    }

    /** Empty for a line that is half written or of a later version. */
    static Optional<RunEvent> decode(String line) {
        try {
            JsonNode node = READER.readTree(line);
            Class<?> type = TYPES.get(node.path("type").asText());
            if (type == null) {
                return Optional.empty();
            }
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = read(node.get(components[i].getName()), types[i]);
            }
            return Optional.of((RunEvent) type.getDeclaredConstructor(types).newInstance(values));
        } catch (IOException | ReflectiveOperationException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Object read(JsonNode node, Class<?> type) {
        if (node == null) {
            return null;
        } else if (type == int.class) {
            return node.intValue();
        } else if (type == long.class) {
            return node.longValue();
        } else if (type == Instant.class) {
            return Instant.parse(node.textValue());
        } else if (type == FolderPath.class) {
            return FolderPath.parse(node.textValue());
        } else if (type == Failure.class) {
            return FailureJson.decode(node.toString());
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(node.textValue()))
                    .findFirst()
                    .orElseThrow();
        }
        return node.textValue();
    }
}
