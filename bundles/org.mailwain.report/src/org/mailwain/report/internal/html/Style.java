package org.mailwain.report.internal.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.mailwain.report.internal.file.Manifests;

/** Style and script that every page holds, and the policy that lets these run and nothing else. */
final class Style {
    static final String CSS = load("report.css");
    static final String SCRIPT = load("report.js");
    static final String POLICY = "default-src 'none'; style-src " + hash(CSS) + "; script-src " + hash(SCRIPT)
            + "; base-uri 'none'; form-action 'none'";

    private Style() {}

    /** It holds no {@code <} and no {@code &}, so HTML and XML read the same. */
    private static String load(String name) {
        try (InputStream in = Style.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        byte[] sha256 = Manifests.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256) + "'";
    }
}
