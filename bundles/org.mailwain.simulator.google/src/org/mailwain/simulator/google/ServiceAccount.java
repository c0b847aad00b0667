package org.mailwain.simulator.google;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A service account with one key. Thread-safe. */
public final class ServiceAccount {
    private static final int BITS = 2048;

    private final String number = String.valueOf(100_000_000_000_000_000L + (long) (Math.random() * 1e15));
    private final String mail;
    private final String keyId = UUID.randomUUID().toString().replace("-", "");
    private final KeyPair keys;
    private final Set<String> delegated = ConcurrentHashMap.newKeySet();

    ServiceAccount(String name) {
        mail = name + "@project.iam.gserviceaccount.com";
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String mail() {
        return mail;
    }

    /** The client ID that an administrator types in the Admin console. */
    public String number() {
        return number;
    }

    String keyId() {
        return keyId;
    }

    PublicKey publicKey() {
        return keys.getPublic();
    }

    /** An administrator of the domain lets it act for users with these scopes. */
    public ServiceAccount delegate(String... scopes) {
        delegated.addAll(Set.of(scopes));
        return this;
    }

    boolean may(String scopes) {
        return !scopes.isBlank() && delegated.containsAll(Set.of(scopes.strip().split(" ")));
    }

    /** The key file as Google gives it out. */
    public String json(String tokenAddress) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPrivate().getEncoded());
        return new ObjectMapper()
                .createObjectNode()
                .put("type", "service_account")
                .put("project_id", "project")
                .put("private_key_id", keyId)
                .put("private_key", "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n")
                .put("client_email", mail)
                .put("client_id", number)
                .put("token_uri", tokenAddress)
                .toString();
    }
}
