package org.mailwain.credentials.internal;

import java.nio.file.Path;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.CredentialStoreProvider;
import org.mailwain.api.progress.Asks;
import org.osgi.service.component.annotations.Component;

/** Credential stores as a file {@code credentials} in the project's hidden folder. */
@Component
public final class FileCredentialStores implements CredentialStoreProvider {
    @Override
    public CredentialStore open(Path folder, Asks asks) {
        Path file = folder.resolve("credentials");
        return new FileCredentialStore(file, new MasterPassword(file, asks, System.getenv()), Vault.ROUNDS);
    }
}
