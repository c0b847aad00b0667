package org.mailwain.ledger.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.mail.FolderPath;

/**
 * Folder paths as JSON in ASCII: whatever characters a server put into a name come back as they were, also those that a
 * database does not take (U+0000, halves of surrogate pairs).
 */
final class Paths {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Paths() {}

    static String encode(FolderPath path) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartArray();
            for (String name : path.names()) {
                out.writeString(name);
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static FolderPath decode(String json) {
        List<String> names = new ArrayList<>();
        try (JsonParser in = FACTORY.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.VALUE_STRING) {
                names.add(in.getText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FolderPath(names);
    }
}
