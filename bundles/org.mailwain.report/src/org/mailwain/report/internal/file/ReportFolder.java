package org.mailwain.report.internal.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailwain.report.internal.json.Json;

/**
 * A report while it is written: beside its place under a name of its own, only for its owner, every file with its hash
 * in the manifest. {@link #publish} puts it in its place in one move; closed before, nothing of it stays.
 */
public final class ReportFolder implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Path place;
    private final Path work;
    private final Path parts;
    private final boolean posix;
    private final Set<OutputStream> open = new LinkedHashSet<>();
    private final ManifestOut manifest;
    private boolean published;

    /** @throws FileAlreadyExistsException when the place is taken by something that is not an empty folder */
    public ReportFolder(Path place) throws IOException {
        this.place = place.toAbsolutePath().normalize();
        if (Files.exists(this.place, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(this.place)) {
            throw new FileAlreadyExistsException(this.place.toString());
        }
        Path parent = this.place.getParent();
        Files.createDirectories(parent);
        posix = Files.getFileStore(parent).supportsFileAttributeView("posix");
        work = Files.createTempDirectory(parent, "." + this.place.getFileName() + "-");
        parts = work.resolve(".parts");
        ManifestOut out = null;
        try {
            tighten(work);
            folder(parts);
            out = new ManifestOut(Json.generator(create(work.resolve(Manifests.MANIFEST))));
        } finally {
            manifest = out;
            if (out == null) {
                deleteTree(work);
            }
        }
    }

    /** A file of the report. Its name enters the manifest when the stream is closed. */
    public OutputStream file(String name) throws IOException {
        Path file = work.resolve(name);
        folder(file.getParent());
        MessageDigest sha256 = Manifests.sha256();
        OutputStream hashed = new DigestOutputStream(create(file), sha256);
        return new BufferedOutputStream(new Named(hashed, name, sha256), BUFFER);
    }

    /** A file for the time of writing alone. */
    public Path part(String name) {
        return parts.resolve(name);
    }

    public OutputStream writePart(Path part) throws IOException {
        return new BufferedOutputStream(create(part), BUFFER);
    }

    public static void copy(Path part, long from, long to, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(part)) {
            in.skipNBytes(from);
            byte[] buffer = new byte[BUFFER];
            for (long left = to - from; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException(part.getFileName().toString());
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    /** Makes the text of a detached signature of a manifest. */
    @FunctionalInterface
    public interface Sealing {
        String seal(InputStream manifest) throws IOException;
    }

    /** Ends the manifest, seals it and puts the folder in its place. Nothing may be written after it. */
    public Path publish(Optional<Sealing> sealing) throws IOException {
        deleteTree(parts);
        manifest.close();
        if (sealing.isPresent()) {
            seal(sealing.get());
        }
        if (isEmptyFolder(place)) {
            Files.delete(place);
        }
        try {
            Files.move(work, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException taken) {
            throw new FileAlreadyExistsException(place.toString());
        }
        published = true;
        return place;
    }

    private void seal(Sealing sealing) throws IOException {
        try (InputStream in = Files.newInputStream(work.resolve(Manifests.MANIFEST));
                OutputStream out = create(work.resolve(Manifests.SIGNATURE))) {
            out.write(sealing.seal(in).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Files that are still open are closed: some systems delete no open file. */
    @Override
    public void close() throws IOException {
        if (published) {
            return;
        }
        for (OutputStream stream : List.copyOf(open)) {
            closeQuietly(stream);
        }
        deleteTree(work);
    }

    /** What is closed so is thrown away. */
    private static void closeQuietly(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException unimportant) {
            return;
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }

    private void tighten(Path folder) throws IOException {
        if (posix) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void folder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectory(path, rights("rwx------"));
        }
    }

    private FileAttribute<?>[] rights(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private OutputStream create(Path file) throws IOException {
        OutputStream stream = new Tracked(Channels.newOutputStream(Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights("rw-------"))));
        open.add(stream);
        return stream;
    }

    private final class Tracked extends Counting {
        Tracked(OutputStream out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            open.remove(this);
            out.close();
        }
    }

    private static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> all = Files.walk(top)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Enters its file in the manifest when it is closed. */
    private final class Named extends Counting {
        private final String name;
        private final MessageDigest sha256;
        private boolean closed;

        Named(OutputStream out, String name, MessageDigest sha256) {
            super(out);
            this.name = name;
            this.sha256 = sha256;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                super.close();
                manifest.add(name, count(), HexFormat.of().formatHex(sha256.digest()));
            }
        }
    }
}
