package org.mailwain.target.graph.internal;

import com.microsoft.graph.models.AttachmentItem;
import com.microsoft.graph.models.AttachmentType;
import com.microsoft.graph.models.FileAttachment;
import com.microsoft.graph.models.UploadSession;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.SerializationWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.MimeException;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.target.graph.GraphFailure;

/** Puts attachments to a message that nobody sees yet, piece by piece. The SDK's own task loses pieces and errors. */
final class Uploads {
    private static final int SMALL = 2_900_000;
    /** A multiple of 320 KiB, as the service recommends, below its 4 MB. */
    private static final int PIECE = 10 * 320 * 1024;

    private final Wire wire;
    private final Paths paths;

    Uploads(Wire wire, Paths paths) {
        this.wire = wire;
        this.paths = paths;
    }

    void attach(String message, Body body, Letter.Part part) throws FailureException, IOException {
        try (InputStream mime = body.open()) {
            InputStream content = LetterReader.part(mime, part.leaf());
            if (part.size() < SMALL) {
                small(message, part, content.readAllBytes());
            } else {
                large(message, part, content);
            }
        } catch (MimeException e) {
            throw new FailureException(GraphFailure.UNREADABLE.with(String.valueOf(e.getMessage())), e);
        }
    }

    private void small(String message, Letter.Part part, byte[] content) throws FailureException, IOException {
        Letter.Part whole = new Letter.Part(
                part.leaf(), part.name(), part.type(), part.inline(), part.contentId(), part.size(), content);
        byte[] json = json(JsonMessage.attachment(whole));
        wire.write(
                Ask.json(HttpMethod.POST, Paths.v1(paths.message(message)) + "/attachments", json),
                FileAttachment::createFromDiscriminatorValue);
    }

    private void large(String message, Letter.Part part, InputStream content) throws FailureException, IOException {
        AttachmentItem item = new AttachmentItem();
        item.setAttachmentType(AttachmentType.File);
        item.setName(part.name());
        item.setSize(part.size());
        item.setIsInline(part.inline());
        item.setContentType(part.type());
        if (part.contentId() != null) {
            item.setContentId(part.contentId());
        }
        byte[] begin = ("{\"AttachmentItem\":" + new String(json(item), StandardCharsets.UTF_8) + "}")
                .getBytes(StandardCharsets.UTF_8);
        UploadSession session = wire.write(
                Ask.json(HttpMethod.POST, Paths.v1(paths.message(message)) + "/attachments/createUploadSession", begin),
                UploadSession::createFromDiscriminatorValue);
        long at = 0;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            long end = at + piece.length - 1;
            wire.upload(session.getUploadUrl(), piece, "bytes " + at + "-" + end + "/" + part.size());
            at = end + 1;
        }
        if (at != part.size()) {
            throw GraphFailure.UNREADABLE.raise(part.name());
        }
    }

    private byte[] json(Parsable model) throws IOException {
        try (SerializationWriter writer =
                wire.adapter().getSerializationWriterFactory().getSerializationWriter("application/json")) {
            writer.writeObjectValue(null, model);
            return writer.getSerializedContent().readAllBytes();
        }
    }
}
