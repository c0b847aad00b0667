package org.mailwain.cli.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.operations.Sentences;

/**
 * Results as JSON: a record is an object of its components, an enum its word in lower case (states as Exchange Online
 * writes them), a duration its seconds, a failure its code with sentence and advice. Secrets never show.
 */
final class Json {
    private final Sentences sentences;

    Json(Sentences sentences) {
        this.sentences = sentences;
    }

    /** One value on a line of its own (NDJSON where several follow), or spread over lines. */
    void print(Object value, PrintStream out, boolean spread) {
        try (JsonGenerator generator =
                new JsonFactory().createGenerator(out).configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)) {
            if (spread) {
                generator.useDefaultPrettyPrinter();
            }
            write(value, generator);
            generator.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.flush();
    }

    private void write(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Secret secret -> json.writeString(secret.toString());
            case Optional<?> optional -> write(optional.orElse(null), json);
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Duration span -> json.writeNumber(span.toMillis() / 1000.0);
            case BatchState state -> json.writeString(state.label());
            case MailboxState state -> json.writeString(state.label());
            case Enum<?> word -> json.writeString(SettingsSchema.word(word));
            case Failure failure -> failure(failure, json);
            case FolderPath path -> json.writeString(path.toString());
            case Map<?, ?> map -> map(map, json);
            case Collection<?> collection -> list(collection, json);
            case Record object -> object(object, json);
            default -> json.writeString(value.toString());
        }
    }

    private void failure(Failure failure, JsonGenerator json) throws IOException {
        FailureTexts.Text text = sentences.of(failure);
        json.writeStartObject();
        json.writeStringField("code", failure.code());
        json.writeStringField("scope", SettingsSchema.word(failure.scope()));
        json.writeBooleanField("retryable", failure.retryable());
        json.writeStringField("sentence", text.sentence());
        json.writeStringField("advice", text.advice());
        json.writeEndObject();
    }

    private void map(Map<?, ?> map, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object key = entry.getKey();
            json.writeFieldName(key instanceof Enum<?> word ? SettingsSchema.word(word) : key.toString());
            write(entry.getValue(), json);
        }
        json.writeEndObject();
    }

    private void list(Collection<?> collection, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object element : collection) {
            write(element, json);
        }
        json.writeEndArray();
    }

    private void object(Record object, JsonGenerator json) throws IOException {
        RecordComponent[] components = object.getClass().getRecordComponents();
        if (components.length == 1 && components[0].getName().equals("value")) {
            write(read(object, components[0]), json);
            return;
        }
        json.writeStartObject();
        for (RecordComponent component : components) {
            json.writeFieldName(component.getName());
            write(read(object, component), json);
        }
        json.writeEndObject();
    }

    private static Object read(Record object, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(object);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component.getName(), e);
        }
    }
}
