package org.mailwain.operations.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.ledger.FailureJson;

/** One {@link RunEvent} a line: its type's name under {@code type}, then its components by name; null is left out. */
final class EventJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Asked for once: each time Java is asked for components it makes new ones, whose first calls are slow. */
    private static final Map<Class<?>, RecordComponent[]> COMPONENTS = Arrays.stream(
                    RunEvent.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Function.identity(), Class::getRecordComponents));

    private EventJson() {}

    static String encode(RunEvent event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("type", event.getClass().getSimpleName());
            for (RecordComponent component : COMPONENTS.get(event.getClass())) {
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
}
