package org.mailwain.presenters.explorer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A UTF-8 file between disk and editor. Line ends and a byte order mark are characters of the text, so that a file saved
 * without a change keeps its bytes.
 */
public final class TextFile {
    /** Bytes; as large as a mailbox list may be by default, and then some. */
    public static final long LARGEST = 16L << 20;

    private final Path path;
    private FileTime seen;

    public TextFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /**
     * @throws NotTextException for one that is too large or no UTF-8
     */
    public String load() throws IOException, NotTextException {
        if (Files.size(path) > LARGEST) {
            throw new NotTextException(NotTextException.Reason.TOO_LARGE);
        }
        FileTime modified = Files.getLastModifiedTime(path);
        byte[] bytes = Files.readAllBytes(path);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            seen = modified;
            return text;
        } catch (CharacterCodingException e) {
            throw new NotTextException(NotTextException.Reason.NO_UTF_8);
        }
    }

    /** Replaces the file in one step; it keeps its rights, and a symbolic link stays one. */
    public void save(String text) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path;
        Path draft = Files.createTempFile(target.getParent(), ".", ".draft");
        try {
            Files.writeString(draft, text);
            keepRights(target, draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        seen = Files.getLastModifiedTime(target);
    }

    private static void keepRights(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(
                    Files.exists(from)
                            ? Files.getPosixFilePermissions(from)
                            : PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** Whether the disk holds something else than what was loaded or saved last. */
    public boolean changedOutside() {
        try {
            return !Files.getLastModifiedTime(path).equals(seen);
        } catch (IOException e) {
            return seen != null;
        }
    }

    /** Says why a file is not shown as text. */
    public static final class NotTextException extends Exception {
        private static final long serialVersionUID = 1L;

        /** Why. */
        public enum Reason {
            TOO_LARGE,
            NO_UTF_8
        }

        private final Reason reason;

        NotTextException(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }
}
