package org.mailwain.engine.internal.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.mailwain.engine.internal.body.StoredBody;

/** Takes a message apart for its {@link Form}; its content passes by, its header fields are held. Run once. */
final class Forming {
    private static final int MOST_HEADER = 16 << 20;
    private static final int MOST_NESTED = 50;
    private static final MimeConfig LENIENT = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(MOST_HEADER)
            .build();

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary\\s*=\\s*(\"[^\"]*\"|[^;\"\\s]*)", Pattern.CASE_INSENSITIVE);

    private final StoredBody body;
    private final MessageDigest header = StoredBody.digest();
    private final MessageDigest encodings = StoredBody.digest();
    private final MessageDigest exact = StoredBody.digest();
    private final MessageDigest decoded = StoredBody.digest();
    private final List<String> fields = new ArrayList<>();
    private long fieldBytes;
    private int parts;
    private long size;

    private Forming(StoredBody body) {
        this.body = body;
    }

    static Form of(StoredBody body) throws IOException {
        try {
            return new Forming(body).form();
        } catch (MimeException e) {
            // cannot be taken apart: then nothing but its bytes is compared
            byte[] none = new byte[Form.DIGEST];
            byte[] all = shorter(body.sha256());
            return new Form(body.sha256(), none, none, none, none, none, all, all, 0, body.size());
        }
    }

    private static byte[] shorter(byte[] digest) {
        return Arrays.copyOf(digest, Form.DIGEST);
    }

    private Form form() throws IOException, MimeException {
        MimeTokenStream tokens = new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, null, null);
        try (InputStream in = new BufferedInputStream(body.open())) {
            tokens.parse(in);
            int nested = 0;
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                switch (state) {
                    case T_START_MULTIPART, T_START_MESSAGE -> {
                        if (++nested > MOST_NESTED) {
                            throw new MimeException("parts in parts in parts");
                        }
                    }
                    case T_END_MULTIPART, T_END_MESSAGE -> nested--;
                    case T_FIELD -> field(tokens.getField());
                    case T_BODY -> content(tokens);
                    default -> {
                        // what stands between parts is for no reader
                    }
                }
            }
        }
        byte[] unfolded = ofFields();
        fields.sort(null);
        byte[] sorted = ofFields();
        fields.replaceAll(Forming::ascii);
        fields.sort(null);
        return new Form(
                body.sha256(),
                end(header),
                unfolded,
                sorted,
                ofFields(),
                end(encodings),
                end(exact),
                end(decoded),
                parts,
                size);
    }

    private void field(Field field) throws MimeException {
        byte[] raw = field.getRaw() == null
                ? (field.getName() + ":" + field.getBody()).getBytes(StandardCharsets.ISO_8859_1)
                : field.getRaw().toByteArray();
        fieldBytes += raw.length;
        if (fieldBytes > MOST_HEADER) {
            throw new MimeException("a header that nobody can be asked to hold");
        }
        String name = field.getName().toLowerCase(Locale.ROOT);
        if (!name.equals("content-transfer-encoding")) {
            String text = new String(raw, StandardCharsets.ISO_8859_1);
            text = name.equals("content-type") ? BOUNDARY.matcher(text).replaceAll("") : text;
            header.update(text.strip().getBytes(StandardCharsets.ISO_8859_1));
            header.update((byte) '\n');
            fields.add(BLANKS.matcher(text).replaceAll(" ").strip());
        }
    }

    private static String ascii(String field) {
        StringBuilder text = new StringBuilder(field.length());
        field.chars().forEach(c -> text.append(c < 0x80 ? (char) c : 'X'));
        return text.toString();
    }

    private byte[] ofFields() {
        MessageDigest digest = StoredBody.digest();
        for (String field : fields) {
            digest.update(field.getBytes(StandardCharsets.ISO_8859_1));
            digest.update((byte) '\n');
        }
        return end(digest);
    }

    private static byte[] end(MessageDigest digest) {
        return shorter(digest.digest());
    }

    private void content(MimeTokenStream tokens) throws IOException {
        parts++;
        String encoding = tokens.getBodyDescriptor().getTransferEncoding();
        encodings.update(
                (encoding == null ? "7bit" : encoding.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
        encodings.update((byte) '\n');
        byte[] type = (tokens.getBodyDescriptor().getMimeType() + "\n").getBytes(StandardCharsets.UTF_8);
        exact.update(type);
        decoded.update(type);
        MessageDigest own = StoredBody.digest();
        Lines lines = new Lines(own);
        byte[] buffer = new byte[8192];
        InputStream in = tokens.getDecodedInputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            exact.update(buffer, 0, read);
            lines.update(buffer, read);
            size += read;
        }
        decoded.update(own.digest());
        exact.update((byte) 0);
    }

    /** Content without CR, and without the line ends at its end: what servers add or leave out. */
    private static final class Lines {
        private final MessageDigest digest;
        private long ends;

        Lines(MessageDigest digest) {
            this.digest = digest;
        }

        void update(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                if (buffer[i] == '\n') {
                    ends++;
                } else if (buffer[i] != '\r') {
                    for (; ends > 0; ends--) {
                        digest.update((byte) '\n');
                    }
                    digest.update(buffer[i]);
                }
            }
        }
    }
}
