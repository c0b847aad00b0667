package org.mailwain.simulator.graph.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.simulator.graph.Application;
import org.mailwain.simulator.graph.User;

/** The sign-in in a browser: an authorization code with a proof key (RFC 7636). Thread-safe. */
final class BrowserCalls {
    private static final String PAGE = "<html><body>Nobody is at this browser.</body></html>";

    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private volatile User person;

    /** Somebody who signed in, until his code is redeemed. */
    record Grant(Application application, User user, String scope, String redirect, String challenge) {}

    /** Whoever sits at the browser signs in at once. @param user null for nobody */
    void person(User user) {
        person = user;
    }

    Answer page(Application application, Map<String, String> asked) {
        String redirect = asked.getOrDefault("redirect_uri", "");
        boolean sound = asked.getOrDefault("response_type", "").equals("code")
                && asked.getOrDefault("code_challenge_method", "").equals("S256")
                && "localhost".equals(URI.create(redirect).getHost());
        User user = person;
        if (!sound || user == null) {
            return Answer.bytes("text/html", PAGE.getBytes(StandardCharsets.US_ASCII));
        }
        String code = UUID.randomUUID().toString();
        String scope = asked.getOrDefault("scope", "");
        codes.put(code, new Grant(application, user, scope, redirect, asked.getOrDefault("code_challenge", "")));
        String state = asked.getOrDefault("state", "");
        if (asked.getOrDefault("response_mode", "").equals("form_post")) {
            String form = "<html><body><form method=\"post\" action=\"" + redirect + "\"><input name=\"code\" value=\""
                    + code + "\"/><input name=\"state\" value=\"" + state + "\"/></form></body></html>";
            return Answer.bytes("text/html", form.getBytes(StandardCharsets.UTF_8));
        }
        String back = redirect + "?code=" + code + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        return Answer.empty(302).with("Location", back);
    }

    /** Once only. Null where the code, the address or the proof is wrong. */
    Grant redeem(Application application, Map<String, String> form) {
        Grant grant = codes.remove(form.getOrDefault("code", ""));
        boolean good = grant != null
                && grant.application().equals(application)
                && grant.redirect().equals(form.get("redirect_uri"))
                && grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")));
        return good ? grant : null;
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
