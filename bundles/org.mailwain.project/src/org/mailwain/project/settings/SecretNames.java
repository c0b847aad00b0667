package org.mailwain.project.settings;

import java.util.Optional;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;

/** Turns the name under which a settings file mentions a secret into the secret. */
@FunctionalInterface
public interface SecretNames {
    /** What stands in files and cells for a secret that the credential store has. */
    String IN_STORE = "@store";

    /**
     * @param setting name of the setting that holds it
     * @param name what is written behind {@code @store:}, empty where it is {@code @store} alone
     * @return empty where there is no such secret
     */
    Optional<Secret> find(String setting, String name) throws FailureException;

    /** For checks without the store: every secret is there, and is its own name. */
    SecretNames UNOPENED = (setting, name) -> Optional.of(Secret.of(name.isEmpty() ? IN_STORE : name));

    /** Those that an endpoint's settings mention; without a store (null) each is its own name. */
    static SecretNames of(String endpoint, CredentialStore store) {
        if (store == null) {
            return UNOPENED;
        }
        return (setting, name) -> {
            int slash = name.indexOf('/');
            return store.get(
                    slash > 0 && slash + 1 < name.length()
                            ? new CredentialPath(name.substring(0, slash), name.substring(slash + 1))
                            : path(endpoint, name.isEmpty() ? setting : name));
        };
    }

    /** The path of an endpoint's own secret, where nothing else is named. */
    static CredentialPath path(String endpoint, String setting) {
        return new CredentialPath("endpoint", endpoint + "." + setting);
    }
}
