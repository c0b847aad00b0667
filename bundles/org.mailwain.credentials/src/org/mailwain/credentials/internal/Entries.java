package org.mailwain.credentials.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.Secret;

/** The clear contents of a store as bytes: a count, then kind, owner and secret of each. */
final class Entries {
    private static final Comparator<CredentialPath> ORDER =
            Comparator.comparing(CredentialPath::kind).thenComparing(CredentialPath::owner);

    private Entries() {}

    static Map<CredentialPath, Secret> none() {
        return new TreeMap<>(ORDER);
    }

    /** The caller clears the bytes. */
    static byte[] encode(Map<CredentialPath, Secret> entries) throws IOException {
        Clearing bytes = new Clearing();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(entries.size());
        for (Map.Entry<CredentialPath, Secret> entry : entries.entrySet()) {
            out.writeUTF(entry.getKey().kind());
            out.writeUTF(entry.getKey().owner());
            byte[] secret = entry.getValue().utf8();
            out.writeInt(secret.length);
            out.write(secret);
            Arrays.fill(secret, (byte) 0);
        }
        byte[] encoded = bytes.toByteArray();
        bytes.clear();
        return encoded;
    }

    static Map<CredentialPath, Secret> decode(byte[] clear) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(clear));
        Map<CredentialPath, Secret> entries = none();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            CredentialPath path = new CredentialPath(in.readUTF(), in.readUTF());
            byte[] bytes = in.readNBytes(in.readInt());
            CharBuffer chars = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            entries.put(path, Secret.of((CharSequence) chars));
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(chars.array(), '\0');
        }
        return entries;
    }

    /** Leaves no clear bytes in its last buffer; smaller ones that it grew out of are left to the collector. */
    private static final class Clearing extends ByteArrayOutputStream {
        void clear() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
