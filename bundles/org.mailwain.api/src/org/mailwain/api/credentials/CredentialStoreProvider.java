package org.mailwain.api.credentials;

import java.nio.file.Path;
import org.mailwain.api.progress.Asks;

/**
 * Opens the credential store of a project. A service; the one with the highest ranking is used, so that an enterprise
 * can put its vault in front.
 */
public interface CredentialStoreProvider {
    /**
     * Does no I/O: the store is read, and a master password asked for, when the first secret is.
     *
     * @param folder the project's {@code .mailwain}; need not exist
     * @param asks for the master password where nothing else gives it
     */
    CredentialStore open(Path folder, Asks asks);
}
