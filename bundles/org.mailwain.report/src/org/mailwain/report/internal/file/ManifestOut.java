package org.mailwain.report.internal.file;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the manifest while the files are written, so that nobody holds their names. */
final class ManifestOut implements AutoCloseable {
    private final JsonGenerator json;

    ManifestOut(JsonGenerator json) throws IOException {
        this.json = json;
        json.writeStartObject();
        json.writeStringField("format", Manifests.FORMAT);
        json.writeNumberField("version", Manifests.VERSION);
        json.writeStringField("algorithm", Manifests.ALGORITHM);
        json.writeArrayFieldStart("files");
    }

    void add(String path, long size, String sha256) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("path", path);
        json.writeNumberField("size", size);
        json.writeStringField("sha256", sha256);
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        if (!json.isClosed()) {
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
            json.close();
        }
    }
}
