package org.mailwain.api.credentials;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;

/**
 * Where secrets rest, encrypted. A service; the one with the highest ranking is used, so an enterprise can put its
 * vault in front. Thread-safe. Never falls back to clear text: where it cannot encrypt, {@code put} fails.
 */
public interface CredentialStore {
    Optional<Secret> get(CredentialPath path) throws FailureException;

    /** Durable when it returns. */
    void put(CredentialPath path, Secret secret) throws FailureException;

    /** Many at once, all or none. */
    void putAll(java.util.Map<CredentialPath, Secret> secrets) throws FailureException;

    /** Does nothing where there is none. */
    void remove(CredentialPath path) throws FailureException;

    /** Names only. */
    List<CredentialPath> paths() throws FailureException;
}
