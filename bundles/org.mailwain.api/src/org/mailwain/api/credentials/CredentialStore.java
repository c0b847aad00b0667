package org.mailwain.api.credentials;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;

/**
 * Where secrets rest, encrypted; opened by a {@link CredentialStoreProvider}. Thread-safe. Never falls back to clear
 * text: where it cannot encrypt, {@code put} fails.
 */
public interface CredentialStore {
    Optional<Secret> get(CredentialPath path) throws FailureException;

    /** Durable when it returns. */
    void put(CredentialPath path, Secret secret) throws FailureException;

    /** Many at once, all or none. */
    void putAll(Map<CredentialPath, Secret> secrets) throws FailureException;

    /** Does nothing where there is none. */
    void remove(CredentialPath path) throws FailureException;

    /** Names only. */
    List<CredentialPath> paths() throws FailureException;

    /**
     * What a process that we start needs on its standard input to open the same store; a person may be asked for it.
     * Empty where it needs nothing: there is no store yet, or it is no secret that opens it.
     *
     * @throws FailureException where the store does not open
     */
    default Optional<Secret> handover() throws FailureException {
        return Optional.empty();
    }
}
