package org.mailwain.simulator.graph.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.simulator.graph.Application;
import org.mailwain.simulator.graph.Tenant;
import org.mailwain.simulator.graph.User;

/** The sign-in of the tenant: its v2.0 endpoints. Thread-safe. */
public final class TokenCalls {
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

    /** What Microsoft's own library for Java sends. */
    private static final String DEVICE_SHORT = "device_code";

    private final Tenant tenant;
    private final Tokens tokens;
    private final String base;
    private final BrowserCalls browser = new BrowserCalls();
    private final Map<String, Asked> devices = new ConcurrentHashMap<>();
    private final Map<String, Asked> refreshes = new ConcurrentHashMap<>();

    /** Somebody who is to sign in, or did. @param user null until then */
    private record Asked(Application application, String userCode, String scope, User user) {}

    /** @param base of the addresses, without a slash at the end */
    public TokenCalls(Tenant tenant, Tokens tokens, String base) {
        this.tenant = tenant;
        this.tokens = tokens;
        this.base = base;
    }

    /** A person types the code of a device and signs in. @return whether the code is known */
    public boolean approve(String userCode, User user) {
        return devices.entrySet().stream()
                .filter(e -> e.getValue().userCode().equals(userCode))
                .findFirst()
                .map(e -> {
                    Asked asked = e.getValue();
                    devices.put(e.getKey(), new Asked(asked.application(), userCode, asked.scope(), user));
                    return true;
                })
                .orElse(false);
    }

    /** @see BrowserCalls#person */
    public void atTheBrowser(User user) {
        browser.person(user);
    }

    /** @param body what was asked: of a GET its query */
    Answer answer(String method, String path, byte[] body) {
        String[] segments = path.substring(1).split("/", 2);
        String rest = segments.length < 2 ? "" : segments[1];
        if (method.equals("GET") && path.equals("/common/discovery/instance")) {
            return Answer.json(200, instances());
        }
        if (!segments[0].equalsIgnoreCase(tenant.id().toString()) && !tenant.verified(segments[0])) {
            return refused("invalid_request", 90002, "Tenant '" + segments[0] + "' not found.");
        }
        return switch (method + " " + rest) {
            case "GET v2.0/.well-known/openid-configuration" -> Answer.json(200, discovery());
            case "GET oauth2/v2.0/authorize" -> page(form(body));
            case "POST oauth2/v2.0/devicecode" -> device(form(body));
            case "POST oauth2/v2.0/token" -> token(form(body), path);
            default -> Answer.empty(404);
        };
    }

    private ObjectNode instances() {
        return Json.object()
                .put("tenant_discovery_endpoint", base + "/" + tenant.id() + "/v2.0/.well-known/openid-configuration")
                .set("metadata", Json.array());
    }

    private ObjectNode discovery() {
        String of = base + "/" + tenant.id();
        return Json.object()
                .put("token_endpoint", of + "/oauth2/v2.0/token")
                .put("device_authorization_endpoint", of + "/oauth2/v2.0/devicecode")
                .put("authorization_endpoint", of + "/oauth2/v2.0/authorize")
                .put("issuer", of + "/v2.0");
    }

    private static Map<String, String> form(byte[] body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.US_ASCII).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private Application application(Map<String, String> form) {
        try {
            return tenant.application(UUID.fromString(form.getOrDefault("client_id", "")));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Answer page(Map<String, String> form) {
        Application application = application(form);
        return application == null ? unknownApplication(form) : browser.page(application, form);
    }

    private Answer ofCode(BrowserCalls.Grant grant) {
        return grant == null
                ? refused("invalid_grant", 70000, "The code, the address or the proof is not valid.")
                : ofUser(new Asked(grant.application(), "", grant.scope(), grant.user()));
    }

    private Answer device(Map<String, String> form) {
        Application application = application(form);
        if (application == null) {
            return unknownApplication(form);
        }
        String code = UUID.randomUUID().toString();
        String user = code.substring(0, 8).toUpperCase(Locale.ROOT);
        devices.put(code, new Asked(application, user, form.getOrDefault("scope", ""), null));
        return Answer.json(
                200,
                Json.object()
                        .put("device_code", code)
                        .put("user_code", user)
                        .put("verification_uri", base + "/devicelogin")
                        .put("expires_in", 900)
                        .put("interval", 1)
                        .put("message", "Open " + base + "/devicelogin and enter the code " + user + "."));
    }

    private Answer token(Map<String, String> form, String path) {
        Application application = application(form);
        if (application == null) {
            return unknownApplication(form);
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> ofApplication(application, form, path);
            case DEVICE, DEVICE_SHORT -> ofDevice(devices.get(form.getOrDefault("device_code", "")), form);
            case "authorization_code" -> ofCode(browser.redeem(application, form));
            case "refresh_token" -> ofUser(refreshes.get(form.getOrDefault("refresh_token", "")));
            default -> refused("unsupported_grant_type", 70003, "The grant type is not supported.");
        };
    }

    private Answer ofApplication(Application application, Map<String, String> form, String path) {
        String scope = form.getOrDefault("scope", "");
        String resource =
                scope.replaceAll("\\s*(openid|profile|offline_access)\\s*", "").strip();
        if (!resource.endsWith("/.default")) {
            return refused("invalid_scope", 1002012, "The scope of an application ends with /.default.");
        }
        boolean known = form.containsKey("client_assertion")
                ? ASSERTION.equals(form.get("client_assertion_type"))
                        && asserted(application, form.get("client_assertion"), base + path)
                : !application.secret().isEmpty()
                        && MessageDigest.isEqual(
                                application.secret().getBytes(StandardCharsets.UTF_8),
                                form.getOrDefault("client_secret", "").getBytes(StandardCharsets.UTF_8));
        if (!known) {
            return form.containsKey("client_assertion")
                    ? refused("invalid_client", 700027, "Client assertion failed signature validation.")
                    : refused("invalid_client", 7000215, "Invalid client secret provided.");
        }
        String audience = resource.substring(0, resource.length() - "/.default".length());
        return Answer.json(200, granted(tokens.issue(application, null, audience)));
    }

    private Answer ofDevice(Asked asked, Map<String, String> form) {
        if (asked == null) {
            return refused("expired_token", 70020, "The device code is unknown or expired.");
        } else if (asked.user() == null) {
            return refused("authorization_pending", 70016, "Waiting for the user.");
        }
        devices.remove(form.get("device_code"));
        return ofUser(asked);
    }

    private Answer ofUser(Asked asked) {
        if (asked == null) {
            return refused("invalid_grant", 70008, "The refresh token has expired.");
        }
        String refresh = UUID.randomUUID().toString();
        refreshes.put(refresh, asked);
        String audience = audience(asked.scope());
        ObjectNode granted = granted(tokens.issue(asked.application(), asked.user(), audience));
        String client = "{\"uid\":\"" + asked.user().id() + "\",\"utid\":\"" + tenant.id() + "\"}";
        if (List.of(asked.scope().split(" ")).contains("openid")) {
            granted.put("id_token", tokens.identity(asked.application(), asked.user()));
        }
        granted.put("refresh_token", refresh)
                .put("scope", asked.scope())
                .put(
                        "client_info",
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(client.getBytes(StandardCharsets.US_ASCII)));
        return Answer.json(200, granted);
    }

    private ObjectNode granted(String token) {
        return Json.object()
                .put("token_type", "Bearer")
                .put("expires_in", tokens.life().toSeconds())
                .put("ext_expires_in", tokens.life().toSeconds())
                .put("access_token", token);
    }

    /** The service whose rights are asked for: the host of the first scope that is an address, else Graph. */
    private static String audience(String scopes) {
        for (String scope : scopes.split(" ")) {
            int path = scope.indexOf('/', "https://".length());
            if (scope.startsWith("https://") && path > 0) {
                return scope.substring(0, path);
            }
        }
        return "https://graph.microsoft.com";
    }

    /** A JWT that one of the application's certificates signed (RFC 7523), for this address. */
    private static boolean asserted(Application application, String jwt, String address) {
        String[] parts = jwt.split("\\.");
        if (parts.length != 3) {
            return false;
        }
        try {
            ObjectNode head = Json.read(Base64.getUrlDecoder().decode(parts[0]));
            ObjectNode claims = Json.read(Base64.getUrlDecoder().decode(parts[1]));
            String id = application.id().toString();
            boolean named = id.equals(claims.path("iss").asText())
                    && id.equals(claims.path("sub").asText())
                    && address.equals(claims.path("aud").asText());
            byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            for (X509Certificate certificate : application.certificates()) {
                if (named && verifies(head.path("alg").asText(), certificate, signed, signature)) {
                    return true;
                }
            }
            return false;
        } catch (IllegalArgumentException | GraphError | GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean verifies(String algorithm, X509Certificate certificate, byte[] signed, byte[] signature)
            throws GeneralSecurityException {
        Signature check;
        switch (algorithm) {
            case "RS256" -> check = Signature.getInstance("SHA256withRSA");
            case "PS256" -> {
                check = Signature.getInstance("RSASSA-PSS");
                check.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            default -> {
                return false;
            }
        }
        check.initVerify(certificate.getPublicKey());
        check.update(signed);
        return check.verify(signature);
    }

    private static Answer unknownApplication(Map<String, String> form) {
        return refused(
                "unauthorized_client",
                700016,
                "Application with identifier '" + form.getOrDefault("client_id", "") + "' was not found.");
    }

    private static Answer refused(String error, int number, String text) {
        ObjectNode body = Json.object()
                .put("error", error)
                .put("error_description", "AADSTS" + number + ": " + text)
                .put("trace_id", UUID.randomUUID().toString());
        body.set("error_codes", Json.array().add(number));
        return Answer.json(error.equals("invalid_client") || error.equals("unauthorized_client") ? 401 : 400, body);
    }
}
