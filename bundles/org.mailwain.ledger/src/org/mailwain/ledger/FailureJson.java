package org.mailwain.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.FolderPath;

/**
 * A failure as JSON on one line, for ledger, events and reports: {@code {"code":…,"scope":…,"retryable":…,
 * "notBefore":…,"arguments":[{"size":1000},{"text":"…"}]}}. Keeps the types of the arguments.
 */
public final class FailureJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private FailureJson() {}

    public static String encode(Failure failure) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("code", failure.code());
            json.writeStringField("scope", failure.scope().name());
            json.writeBooleanField("retryable", failure.retryable());
            if (failure.notBefore() != null) {
                json.writeStringField("notBefore", failure.notBefore().toString());
            }
            json.writeArrayFieldStart("arguments");
            for (Argument argument : failure.arguments()) {
                json.writeStartObject();
                write(argument, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(Argument argument, JsonGenerator json) throws IOException {
        switch (argument) {
            case Argument.Text text -> json.writeStringField("text", text.value());
            case Argument.Count count -> json.writeNumberField("count", count.value());
            case Argument.Size size -> json.writeNumberField("size", size.bytes());
            case Argument.Moment moment ->
                json.writeStringField("moment", moment.value().toString());
            case Argument.Span span ->
                json.writeStringField("span", span.value().toString());
            case Argument.Folder folder ->
                json.writeStringField("folder", folder.value().toString());
        }
    }

    /** @throws IllegalArgumentException where the text is not what {@link #encode} makes */
    public static Failure decode(String text) {
        String code = null;
        Scope scope = Scope.RUN;
        boolean retryable = false;
        Instant notBefore = null;
        List<Argument> arguments = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "code" -> code = json.getText();
                    case "scope" -> scope = Scope.valueOf(json.getText());
                    case "retryable" -> retryable = json.getBooleanValue();
                    case "notBefore" -> notBefore = Instant.parse(json.getText());
                    case "arguments" -> readArguments(json, arguments);
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        if (code == null) {
            throw new IllegalArgumentException("no code");
        }
        return new Failure(code, scope, retryable, notBefore, arguments);
    }

    private static void readArguments(JsonParser json, List<Argument> arguments) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            json.nextToken();
            String type = json.currentName();
            json.nextToken();
            arguments.add(
                    switch (type) {
                        case "text" -> new Argument.Text(json.getText());
                        case "count" -> new Argument.Count(json.getLongValue());
                        case "size" -> new Argument.Size(json.getLongValue());
                        case "moment" -> new Argument.Moment(Instant.parse(json.getText()));
                        case "span" -> new Argument.Span(Duration.parse(json.getText()));
                        case "folder" -> new Argument.Folder(FolderPath.parse(json.getText()));
                        default -> throw new IllegalArgumentException("argument of type " + type);
                    });
            json.nextToken();
        }
    }
}
