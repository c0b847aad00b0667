package org.mailwain.simulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Judges what a service account sends for a token, with the words of Google's own endpoint. */
record Assertion(Map<String, ServiceAccount> accounts, Set<String> users, String address, Instant now) {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long HOUR = 3600;
    private static final long SKEW = 60;

    /** @param error empty for a good one; then the user is who the token is for */
    record Verdict(String user, String error, String words) {
        int status() {
            return error.equals("unauthorized_client") ? 401 : 400;
        }

        String json() {
            return JSON.createObjectNode()
                    .put("error", error)
                    .put("error_description", words)
                    .toString();
        }
    }

    static Verdict refused(String error, String words) {
        return new Verdict("", error, words);
    }

    Verdict judge(byte[] form) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(form, StandardCharsets.US_ASCII).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        if (!GRANT.equals(fields.get("grant_type"))) {
            return refused("unsupported_grant_type", "Invalid grant_type: " + fields.get("grant_type"));
        }
        String[] parts = fields.getOrDefault("assertion", "").split("\\.");
        if (parts.length != 3) {
            return refused("invalid_grant", "Invalid JWT.");
        }
        try {
            return judge(parts, json(parts[0]), json(parts[1]));
        } catch (IOException | IllegalArgumentException e) {
            return refused("invalid_grant", "Invalid JWT: Failed to parse.");
        }
    }

    private static JsonNode json(String part) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private Verdict judge(String[] parts, JsonNode head, JsonNode claims) {
        ServiceAccount account = accounts.get(claims.path("iss").asText());
        if (account == null) {
            return refused("invalid_grant", "Invalid grant: account not found");
        }
        boolean known = head.path("kid").asText().equals(account.keyId())
                && head.path("alg").asText().equals("RS256")
                && verifies(account, parts);
        if (!known) {
            return refused("invalid_grant", "Invalid JWT Signature.");
        }
        long from = claims.path("iat").asLong();
        long to = claims.path("exp").asLong();
        if (from > now.getEpochSecond() + SKEW || to <= now.getEpochSecond() - SKEW || to - from > HOUR) {
            return refused(
                    "invalid_grant",
                    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check "
                            + "your iat and exp values in the JWT claim.");
        }
        if (!claims.path("aud").asText().equals(address)) {
            return refused("invalid_grant", "Invalid JWT: Failed audience check.");
        }
        if (!account.may(claims.path("scope").asText())) {
            return refused(
                    "unauthorized_client",
                    "Client is unauthorized to retrieve access tokens using this method, or client not authorized for "
                            + "any of the scopes requested.");
        }
        String user = claims.path("sub").asText();
        return users.contains(user) ? new Verdict(user, "", "") : refused("invalid_grant", "Invalid email or User ID");
    }

    private static boolean verifies(ServiceAccount account, String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(account.publicKey());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
