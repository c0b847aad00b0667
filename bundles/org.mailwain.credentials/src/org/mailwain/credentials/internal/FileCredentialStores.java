package org.mailwain.credentials.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.CredentialStoreProvider;
import org.mailwain.api.progress.Asks;
import org.osgi.service.component.annotations.Component;

/** Credential stores as a file {@code credentials} in the project's hidden folder. */
@Component
public final class FileCredentialStores implements CredentialStoreProvider {
    private final Map<Path, MasterPassword> masters = new ConcurrentHashMap<>();

    @Override
    public CredentialStore open(Path folder, Asks asks) {
        Path file = folder.toAbsolutePath().normalize().resolve("credentials");
        MasterPassword master =
                masters.computeIfAbsent(file, key -> new MasterPassword(key, System.getenv(), System.in));
        return new FileCredentialStore(file, master, asks, Vault.ROUNDS);
    }
}
