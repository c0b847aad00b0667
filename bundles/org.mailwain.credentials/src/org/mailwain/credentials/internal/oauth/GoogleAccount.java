package org.mailwain.credentials.internal.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.credentials.TokenFailure;

/**
 * A service account of Google that may act for the users of a domain: a signed JWT for each user becomes a token
 * (RFC 7523; Google, "Using OAuth 2.0 for server to server applications"). Thread-safe.
 */
final class GoogleAccount {
    private static final String MAIL = "https://mail.google.com/";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String BOUND = "application/x-www-form-urlencoded";

    /** Google takes no assertion for longer. */
    private static final Duration LIFE = Duration.ofHours(1);

    /** For clocks that are a little behind. */
    private static final Duration BEHIND = Duration.ofSeconds(10);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SignInMethod.Google settings;
    private final Clock clock;
    private Known known;

    /** What the key says. */
    private record Known(String mail, String number, String keyId, PrivateKey key, URI address, Http http) {}

    GoogleAccount(SignInMethod.Google settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private String scope() {
        return settings.scope().orElse(MAIL);
    }

    /** A new token for a user's mail. */
    Token token(String user, Cancel cancel) throws FailureException {
        Known account = known();
        Instant begun = clock.instant();
        String form = "grant_type=" + URLEncoder.encode(GRANT, StandardCharsets.UTF_8) + "&assertion="
                + assertion(account, user, begun);
        HttpResponse<byte[]> answer = account.http()
                .send(
                        HttpRequest.newBuilder()
                                .header("Content-Type", BOUND)
                                .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.US_ASCII)),
                        account.address(),
                        cancel);
        JsonNode body = json(answer.body());
        if (answer.statusCode() == 200 && body.path("access_token").isTextual()) {
            long life = body.path("expires_in").asLong(LIFE.toSeconds());
            return new Token(Secret.of(body.get("access_token").textValue()), begun.plusSeconds(life));
        }
        throw refused(account, user, answer.statusCode(), body);
    }

    private FailureException refused(Known account, String user, int status, JsonNode body) {
        String error = body.path("error").asText("");
        String words = (error + ": " + body.path("error_description").asText("")).strip();
        if (error.equals("unauthorized_client") || error.equals("access_denied") || error.equals("invalid_scope")) {
            return TokenFailure.NOT_DELEGATED.raise(account.number(), scope(), words);
        } else if (error.equals("invalid_grant") && words.contains("Token must be a short-lived token")) {
            return TokenFailure.CLOCK.raise(words);
        } else if (error.equals("invalid_grant") && words.contains("Invalid email or User ID")) {
            return TokenFailure.USER_UNKNOWN.raise(user, words);
        } else if (error.isEmpty()) {
            return TokenFailure.ANSWER.raise(Http.name(account.address()), status);
        }
        return TokenFailure.GOOGLE_REFUSED.raise(words);
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private String assertion(Known account, String user, Instant now) throws FailureException {
        ObjectNode head = JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT");
        if (!account.keyId().isEmpty()) {
            head.put("kid", account.keyId());
        }
        Instant from = now.minus(BEHIND);
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", account.mail())
                .put("sub", user)
                .put("scope", scope())
                .put("aud", account.address().toString())
                .put("iat", from.getEpochSecond())
                .put("exp", from.plus(LIFE).getEpochSecond());
        String signed = part(head) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(account.key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new FailureException(TokenFailure.KEY_UNUSABLE.with(account.mail(), e.getMessage()), e);
        }
    }

    private static String part(ObjectNode json) {
        return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private synchronized Known known() throws FailureException {
        if (known == null) {
            known = read();
        }
        return known;
    }

    private Known read() throws FailureException {
        KeyText text = KeyText.of(settings.keyFile(), settings.key(), "signIn.google.key");
        byte[] pem = null;
        try {
            JsonNode json = JSON.readTree(text.bytes());
            for (String needed : new String[] {"client_email", "private_key", "token_uri"}) {
                if (!json.path(needed).isTextual()) {
                    throw new IOException("no " + needed + " in it: is it the key of a service account?");
                }
            }
            pem = json.get("private_key").textValue().getBytes(StandardCharsets.US_ASCII);
            return new Known(
                    json.get("client_email").textValue(),
                    json.path("client_id").asText(""),
                    json.path("private_key_id").asText(""),
                    KeyMaterial.read(pem, Optional.empty()).key(),
                    Addresses.https(
                            settings.tokenAddress().orElse(json.get("token_uri").textValue()), "tokenAddress"),
                    new Http(settings.caFile()));
        } catch (JsonProcessingException e) {
            // its message may quote the key
            throw text.unusable(new IOException("it is no JSON"));
        } catch (IOException | GeneralSecurityException e) {
            throw text.unusable(e);
        } finally {
            Arrays.fill(text.bytes(), (byte) 0);
            if (pem != null) {
                Arrays.fill(pem, (byte) 0);
            }
        }
    }
}
