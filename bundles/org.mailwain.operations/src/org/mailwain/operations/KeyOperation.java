package org.mailwain.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.report.SignerKey;
import org.mailwain.report.SigningKey;

/** The key with which a project signs its reports; its private half rests in the credential store. */
public final class KeyOperation {
    /** Under this name the store has it. */
    static final CredentialPath NAME = new CredentialPath("report", "signing-key");

    private final CredentialStore store;

    /** @param project the project's folder */
    public KeyOperation(Services services, Path project, Asks asks) {
        this(new OpenOperation(services, project, asks).credentials());
    }

    KeyOperation(CredentialStore store) {
        this.store = store;
    }

    /**
     * The key; made, and with it a store where there is none, on first use.
     *
     * @throws FailureException where the store does not open, or holds something else under the key's name
     */
    SigningKey key() throws FailureException {
        Optional<Secret> kept = store.get(NAME);
        if (kept.isEmpty()) {
            store.put(NAME, SigningKey.generate().secret());
            // another process may have been quicker, and its key counts as much as ours
            kept = store.get(NAME);
        }
        return kept.flatMap(SigningKey::of).orElseThrow(() -> OperationFailure.NO_KEY.raise(NAME.encoded()));
    }

    /**
     * The key if there is one already, or a store to keep a new one in; empty where nothing rests in a store yet.
     *
     * @throws FailureException where the store does not open
     */
    Optional<SigningKey> keyIfStored() throws FailureException {
        return store.paths().isEmpty() ? Optional.empty() : Optional.of(key());
    }

    /**
     * What others need to know of the key.
     *
     * @param fingerprint as people compare it
     * @param publicKey in PEM
     */
    public record Shown(String fingerprint, String publicKey) {}

    /** Shows the key, which is made on first use. @throws FailureException where the store does not open */
    public Shown show() throws FailureException {
        SignerKey signer = key().signer();
        return new Shown(signer.fingerprint(), signer.pem());
    }

    /** Writes the public half for those who are to check reports. */
    public void write(Shown shown, Path file) throws FailureException {
        try {
            Files.writeString(file, shown.publicKey(), StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new FailureException(OperationFailure.EXISTS.with(file), e);
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(file, e), e);
        }
    }
}
