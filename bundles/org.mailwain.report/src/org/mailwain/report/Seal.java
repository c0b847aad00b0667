package org.mailwain.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;

/**
 * The signature beside a manifest: lines of {@code name: value}. It shows that the manifest is as its signer wrote it; who
 * that is shows only a key or fingerprint that came by another way.
 *
 * @param standing what the signature is worth
 * @param signer the key that it names, or null
 */
public record Seal(Standing standing, SignerKey signer) {
    private static final int LONGEST = 4_096;

    /** What a signature is worth. */
    public enum Standing {
        /** There is none. */
        UNSIGNED,
        /** The manifest is another than was signed, or the signature cannot be read. */
        BROKEN,
        GOOD
    }

    /** @throws FailureException {@link ReportFailure#READ} */
    public static Seal of(Path folder) throws FailureException {
        Path file = folder.resolve(Manifest.SIGNATURE);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Seal(Standing.UNSIGNED, null);
        }
        try {
            Map<String, String> lines = lines(file);
            Optional<SignerKey> signer = bytes(lines.get("key")).flatMap(SignerKey::of);
            Optional<byte[]> signature = bytes(lines.get("signature"));
            if (signer.isEmpty() || signature.isEmpty() || !SigningKey.ALGORITHM.equals(lines.get("algorithm"))) {
                return new Seal(Standing.BROKEN, signer.orElse(null));
            }
            try (InputStream manifest = Files.newInputStream(folder.resolve(Manifest.FILE))) {
                boolean good = SigningKey.verifies(signer.get().key(), manifest, signature.get());
                return new Seal(good ? Standing.GOOD : Standing.BROKEN, signer.get());
            }
        } catch (IOException e) {
            throw new FailureException(ReportFailure.READ.with(Manifest.SIGNATURE, e.toString()), e);
        }
    }

    private static Map<String, String> lines(Path file) throws IOException {
        Map<String, String> lines = new HashMap<>();
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
            for (String line : text.split("\\R")) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    lines.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
        }
        return lines;
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return base64 == null
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The text of the file that is written beside the manifest. */
    static String text(SigningKey key, InputStream manifest) throws IOException {
        Base64.Encoder base64 = Base64.getEncoder();
        return "algorithm: " + SigningKey.ALGORITHM + "\nkey: "
                + base64.encodeToString(key.signer().encoded()) + "\nsignature: "
                + base64.encodeToString(key.sign(manifest)) + "\n";
    }
}
