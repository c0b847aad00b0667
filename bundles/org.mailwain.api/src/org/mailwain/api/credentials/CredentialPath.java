package org.mailwain.api.credentials;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The name of a secret: a kind of secret and what it belongs to, for example {@code imap / user@host:993}. */
public record CredentialPath(String kind, String owner) {
    public CredentialPath {
        if (kind.isBlank() || owner.isBlank()) {
            throw new IllegalArgumentException("blank credential path");
        }
    }

    /** The password of a login at a server; the host's case does not matter. */
    public static CredentialPath login(String provider, String user, String host, int port) {
        return new CredentialPath(provider, user + "@" + host.toLowerCase(Locale.ROOT) + ":" + port);
    }

    /** {@code kind/owner} with everything but letters, digits, {@code .}, {@code -}, {@code _} percent-encoded. */
    public String encoded() {
        return encode(kind) + "/" + encode(owner);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
