package org.mailwain.credentials.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.credentials.CredentialsFailure;

/**
 * Secrets in one sealed file, names included. A write takes a lock beside it, reads what others wrote meanwhile, and
 * puts a whole new file in its place, so that the store is never half written.
 */
final class FileCredentialStore implements CredentialStore {
    private static final Comparator<CredentialPath> ORDER =
            Comparator.comparing(CredentialPath::kind).thenComparing(CredentialPath::owner);

    /** File locks are held by the process: its threads need one of their own. */
    private static final Object ONE_WRITER = new Object();

    private final Path file;
    private final MasterPassword master;
    private final int rounds;
    private Vault vault;
    private Map<CredentialPath, Secret> known;
    private FileTime knownSince;

    FileCredentialStore(Path file, MasterPassword master, int rounds) {
        this.file = file;
        this.master = master;
        this.rounds = rounds;
    }

    @Override
    public synchronized Optional<Secret> get(CredentialPath path) throws FailureException {
        return Files.exists(file) ? Optional.ofNullable(entries().get(path)) : Optional.empty();
    }

    @Override
    public void put(CredentialPath path, Secret secret) throws FailureException {
        putAll(Map.of(path, secret));
    }

    @Override
    public synchronized void putAll(Map<CredentialPath, Secret> secrets) throws FailureException {
        change(entries -> entries.putAll(secrets));
    }

    @Override
    public synchronized void remove(CredentialPath path) throws FailureException {
        if (Files.exists(file)) {
            change(entries -> entries.remove(path));
        }
    }

    @Override
    public synchronized List<CredentialPath> paths() throws FailureException {
        return Files.exists(file) ? List.copyOf(entries().keySet()) : List.of();
    }

    private interface Change {
        void apply(Map<CredentialPath, Secret> entries);
    }

    private void change(Change change) throws FailureException {
        synchronized (ONE_WRITER) {
            changeLocked(change);
        }
    }

    private void changeLocked(Change change) throws FailureException {
        try {
            makeFolder();
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling("credentials.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Map<CredentialPath, Secret> entries = new TreeMap<>(ORDER);
                if (Files.exists(file)) {
                    entries.putAll(entries());
                }
                change.apply(entries);
                write(entries, lock.isValid());
            }
        } catch (IOException e) {
            throw new FailureException(CredentialsFailure.WRITE.with(file, e), e);
        }
    }

    private void write(Map<CredentialPath, Secret> entries, boolean locked) throws IOException, FailureException {
        if (!locked) {
            throw new IOException("lock lost");
        }
        byte[] clear = encode(entries);
        byte[] sealed = vault(!Files.exists(file)).seal(clear);
        Arrays.fill(clear, (byte) 0);
        Path fresh = Files.createTempFile(file.getParent(), "credentials", ".new", forOwner(file.getParent(), "rw-------"));
        try {
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(sealed));
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        known = entries;
        knownSince = Files.getLastModifiedTime(file);
    }

    private Map<CredentialPath, Secret> entries() throws FailureException {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            if (known == null || !time.equals(knownSince)) {
                byte[] sealed = Files.readAllBytes(file);
                byte[] clear = vault(false).open(sealed);
                known = decode(clear);
                knownSince = time;
                Arrays.fill(clear, (byte) 0);
            }
            return known;
        } catch (NoSuchFileException gone) {
            return new TreeMap<>(ORDER);
        } catch (Vault.WrongPassword e) {
            vault = null;
            throw new FailureException(CredentialsFailure.WRONG_MASTER_PASSWORD.with(file), e);
        } catch (Vault.NotSealed e) {
            throw new FailureException(CredentialsFailure.BROKEN.with(file), e);
        } catch (IOException e) {
            throw new FailureException(CredentialsFailure.READ.with(file, e), e);
        }
    }

    private Vault vault(boolean first) throws FailureException {
        if (vault == null) {
            vault = new Vault(master.get(first), rounds);
        }
        return vault;
    }

    private void makeFolder() throws IOException {
        Path folder = file.getParent();
        if (!Files.exists(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, forOwner(folder.getParent(), "rwx------"));
        }
    }

    private static FileAttribute<?>[] forOwner(Path folder, String rights) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] encode(Map<CredentialPath, Secret> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(entries.size());
        for (Map.Entry<CredentialPath, Secret> entry : entries.entrySet()) {
            out.writeUTF(entry.getKey().kind());
            out.writeUTF(entry.getKey().owner());
            byte[] secret = entry.getValue().utf8();
            out.writeInt(secret.length);
            out.write(secret);
            Arrays.fill(secret, (byte) 0);
        }
        return bytes.toByteArray();
    }

    private static Map<CredentialPath, Secret> decode(byte[] clear) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(clear));
        Map<CredentialPath, Secret> entries = new TreeMap<>(ORDER);
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            CredentialPath path = new CredentialPath(in.readUTF(), in.readUTF());
            byte[] secret = in.readNBytes(in.readInt());
            entries.put(path, Secret.of(new String(secret, StandardCharsets.UTF_8)));
            Arrays.fill(secret, (byte) 0);
        }
        return entries;
    }
}
