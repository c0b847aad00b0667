package org.mailwain.simulator.graph.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mailwain.simulator.graph.Application;
import org.mailwain.simulator.graph.Tenant;
import org.mailwain.simulator.graph.User;

/** Makes access tokens and tells its own from others. Thread-safe. */
public final class Tokens {
    /** Permissions that belong to Exchange Online: they stand in its tokens alone. */
    private static final Set<String> OF_MAIL = Set.of("IMAP.AccessAsApp", "POP.AccessAsApp", "SMTP.SendAsApp");

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Tenant tenant;
    private final Clock clock;
    private final Duration life;
    private final Consumer<String> told;
    private final byte[] key = new byte[32];
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final Set<String> issued = ConcurrentHashMap.newKeySet();

    /** @param told of every token that is given out */
    public Tokens(Tenant tenant, Clock clock, Duration life, Consumer<String> told) {
        this.told = told;
        this.tenant = tenant;
        this.clock = clock;
        this.life = life;
        new SecureRandom().nextBytes(key);
    }

    Duration life() {
        return life;
    }

    /** @param user null for the application itself */
    public String issue(Application application, User user, String audience) {
        ObjectNode claims = Json.object()
                .put("aud", audience)
                .put("tid", tenant.id().toString())
                .put("appid", application.id().toString())
                .put("exp", clock.instant().plus(life).getEpochSecond())
                .put("jti", UUID.randomUUID().toString());
        if (user == null) {
            boolean mail = !audience.contains("graph");
            claims.set(
                    "roles",
                    Json.texts(application.roles().stream()
                            .filter(role -> mail == OF_MAIL.contains(role))
                            .sorted()
                            .toList()));
        } else {
            claims.put("oid", user.id().toString())
                    .put("upn", user.principalName())
                    .put(
                            "scp",
                            String.join(
                                    " ", application.scopes().stream().sorted().toList()));
        }
        String token = jwt(claims);
        issued.add(token);
        told.accept(token);
        return token;
    }

    /** Says who signed in; opens nothing. */
    String identity(Application application, User user) {
        return jwt(Json.object()
                .put("aud", application.id().toString())
                .put("tid", tenant.id().toString())
                .put("oid", user.id().toString())
                .put("sub", user.id().toString())
                .put("preferred_username", user.principalName())
                .put("name", user.displayName())
                .put("exp", clock.instant().plus(life).getEpochSecond())
                .put("ver", "2.0"));
    }

    private String jwt(ObjectNode claims) {
        String head = BASE64.encodeToString("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.US_ASCII));
        String signed = head + "." + BASE64.encodeToString(Json.bytes(claims));
        return signed + "." + BASE64.encodeToString(sign(signed));
    }

    /** Every token of now is dead before its time. */
    public void revokeAll() {
        revoked.addAll(issued);
    }

    private byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GraphError 401 for what is not a token of this tenant for Graph that is valid now */
    Bearer check(String token, String audience) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            throw refused("CompactToken parsing failed.");
        }
        byte[] signature;
        ObjectNode claims;
        try {
            signature = Base64.getUrlDecoder().decode(parts[2]);
            claims = Json.read(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IllegalArgumentException e) {
            throw refused("CompactToken parsing failed.");
        }
        if (!tenant.id().toString().equals(claims.path("tid").asText())
                || !MessageDigest.isEqual(signature, sign(parts[0] + "." + parts[1]))) {
            throw refused("Signature validation failed: the token is of another tenant.");
        }
        if (revoked.contains(token)
                || claims.path("exp").asLong() <= clock.instant().getEpochSecond()) {
            throw refused("Lifetime validation failed, the token is expired.");
        }
        if (!audience.equals(claims.path("aud").asText())) {
            throw refused("Access token validation failure. Invalid audience.");
        }
        Application application =
                tenant.application(UUID.fromString(claims.path("appid").asText()));
        User user = claims.has("oid") ? tenant.find(claims.path("oid").asText()) : null;
        if (application == null) {
            throw refused("The application is not known in the tenant.");
        }
        return new Bearer(application, user);
    }

    /** Whether a mailbox is open to the token. */
    public boolean opens(String token, String audience, String mailbox) {
        try {
            Bearer bearer = check(token, audience);
            return tenant.find(mailbox) != null
                    && (bearer.user() == null || bearer.user().principalName().equalsIgnoreCase(mailbox));
        } catch (GraphError e) {
            return false;
        }
    }

    private static GraphError refused(String why) {
        return new GraphError(401, "InvalidAuthenticationToken", why);
    }
}
