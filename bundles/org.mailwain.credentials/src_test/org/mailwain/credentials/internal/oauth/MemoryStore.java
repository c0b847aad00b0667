package org.mailwain.credentials.internal.oauth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;

/** A credential store without a file. */
final class MemoryStore implements CredentialStore {
    private final Map<CredentialPath, Secret> secrets = new ConcurrentHashMap<>();

    @Override
    public Optional<Secret> get(CredentialPath path) {
        return Optional.ofNullable(secrets.get(path));
    }

    @Override
    public void put(CredentialPath path, Secret secret) {
        secrets.put(path, secret);
    }

    @Override
    public void putAll(Map<CredentialPath, Secret> all) {
        secrets.putAll(all);
    }

    @Override
    public void remove(CredentialPath path) {
        secrets.remove(path);
    }

    @Override
    public List<CredentialPath> paths() {
        return List.copyOf(secrets.keySet());
    }
}
