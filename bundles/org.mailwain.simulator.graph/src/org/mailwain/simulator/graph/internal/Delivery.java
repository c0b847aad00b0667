package org.mailwain.simulator.graph.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mailwain.simulator.graph.MailFolder;
import org.mailwain.simulator.graph.Mailbox;
import org.mailwain.simulator.graph.StoredMessage;

/** Puts MIME into a mailbox. */
public final class Delivery {
    private Delivery() {}

    public static StoredMessage into(Mailbox mailbox, MailFolder folder, byte[] mime) {
        List<StoredMessage.Header> headers = MimeText.headers(text(mime));
        StoredMessage message = mailbox.add(folder, MimeText.fields(headers), mime);
        message.headers().addAll(headers);
        message.sent(MimeText.first(headers, "Date").map(MimeText::date).orElse(null));
        return message;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
