package org.mailwain.credentials.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.credentials.CredentialsFailure;

/**
 * Secrets in one sealed file, names included. A write takes a lock beside it, reads what others wrote meanwhile, and
 * puts a whole new file in its place, so that the store is never half written and no writer undoes another.
 */
final class FileCredentialStore implements CredentialStore {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path path;
    private final StoreFile file;
    private final MasterPassword master;
    private final Asks asks;
    private final int rounds;
    private Vault vault;
    private Map<CredentialPath, Secret> known;
    private StoreFile.Version knownVersion;

    /** @param rounds of the key derivation, for a store that is made */
    FileCredentialStore(Path path, MasterPassword master, Asks asks, int rounds) {
        this(path, master, asks, rounds, PATIENCE);
    }

    FileCredentialStore(Path path, MasterPassword master, Asks asks, int rounds, Duration patience) {
        this.path = path;
        this.file = new StoreFile(path, patience);
        this.master = master;
        this.asks = asks;
        this.rounds = rounds;
    }

    @Override
    public synchronized Optional<Secret> get(CredentialPath name) throws FailureException {
        return file.exists() ? Optional.ofNullable(entries().get(name)) : Optional.empty();
    }

    @Override
    public void put(CredentialPath name, Secret secret) throws FailureException {
        putAll(Map.of(name, secret));
    }

    @Override
    public synchronized void putAll(Map<CredentialPath, Secret> secrets) throws FailureException {
        change(entries -> entries.putAll(secrets));
    }

    @Override
    public synchronized void remove(CredentialPath name) throws FailureException {
        if (file.exists()) {
            change(entries -> entries.remove(name));
        }
    }

    @Override
    public synchronized List<CredentialPath> paths() throws FailureException {
        return file.exists() ? List.copyOf(entries().keySet()) : List.of();
    }

    @Override
    public synchronized Optional<Secret> handover() throws FailureException {
        if (!file.exists()) {
            return Optional.empty();
        }
        entries(); // none is handed on that does not open the store
        return Optional.of(master.get(false, asks));
    }

    private interface Change {
        void apply(Map<CredentialPath, Secret> entries);
    }

    private void change(Change change) throws FailureException {
        vault(); // a person may be asked, for which nobody else is kept waiting
        try {
            file.alone(() -> {
                Map<CredentialPath, Secret> entries = Entries.none();
                if (file.exists()) {
                    entries.putAll(read());
                }
                change.apply(entries);
                write(entries);
            });
        } catch (IOException e) {
            throw new FailureException(CredentialsFailure.WRITE.with(path, e), e);
        }
    }

    private void write(Map<CredentialPath, Secret> entries) throws IOException, FailureException {
        byte[] clear = Entries.encode(entries);
        byte[] sealed = vault().seal(clear);
        Arrays.fill(clear, (byte) 0);
        file.write(sealed);
        master.opened();
        known = entries;
        knownVersion = file.version();
    }

    private Map<CredentialPath, Secret> entries() throws FailureException {
        try {
            StoreFile.Version version = file.version();
            if (known == null || !version.equals(knownVersion)) {
                known = read();
                knownVersion = version;
            }
            return known;
        } catch (NoSuchFileException gone) {
            return Entries.none();
        } catch (IOException e) {
            throw new FailureException(CredentialsFailure.READ.with(path, e), e);
        }
    }

    private Map<CredentialPath, Secret> read() throws FailureException {
        try {
            byte[] clear = vault().open(file.read());
            master.opened();
            Map<CredentialPath, Secret> entries = Entries.decode(clear);
            Arrays.fill(clear, (byte) 0);
            return entries;
        } catch (Vault.WrongPassword e) {
            vault = null;
            master.refused();
            throw new FailureException(CredentialsFailure.WRONG_MASTER_PASSWORD.with(path), e);
        } catch (Vault.NotSealed e) {
            throw new FailureException(CredentialsFailure.BROKEN.with(path), e);
        } catch (IOException e) {
            throw new FailureException(CredentialsFailure.READ.with(path, e), e);
        }
    }

    private Vault vault() throws FailureException {
        if (vault == null) {
            vault = new Vault(master.get(!file.exists(), asks), rounds);
        }
        return vault;
    }
}
