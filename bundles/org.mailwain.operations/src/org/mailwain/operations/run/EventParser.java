package org.mailwain.operations.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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

/** Reads what {@link EventJson} wrote. Apart from it, since a run writes only and would load this for nothing. */
final class EventParser {
    private static final ObjectMapper READER = new ObjectMapper();
    private static final Map<String, Class<?>> TYPES = Arrays.stream(RunEvent.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private EventParser() {}

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
