package org.mailwain.presenters.editing;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.OperationFailure;
import org.mailwain.project.ProjectFolder;
import org.mailwain.project.text.TextContent;

/**
 * A file of a project between disk and editor. The methods that are said to wait touch the disk and belong on a
 * background thread; at most one of them at a time.
 */
public final class EditedFile {
    /** Bytes; as large as a mailbox list may be by default, and then some. */
    public static final long LARGEST = 16L << 20;

    private final ProjectFolder folder;
    private final String name;
    private volatile byte[] disk;

    /** @param file in a project's folder */
    public EditedFile(Path folder, Path file) {
        this.folder = ProjectFolder.of(folder);
        this.name = this.folder.name(file);
    }

    /** As problems name it. */
    public String name() {
        return name;
    }

    public Path path() {
        return folder.path().resolve(name);
    }

    /** Reads the file; waits. */
    public byte[] load() throws FailureException {
        byte[] read = folder.read(name, LARGEST);
        disk = read;
        return read.clone();
    }

    /** What the disk holds, if it is something else than what was loaded or saved last; waits. */
    public Optional<byte[]> changedOutside() {
        try {
            byte[] now = Files.size(path()) > LARGEST ? null : Files.readAllBytes(path());
            return now == null || Arrays.equals(now, disk) ? Optional.empty() : Optional.of(now);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Takes what {@link #changedOutside} gave as the state that was loaded last. */
    public void accept(byte[] outside) {
        disk = outside.clone();
    }

    /**
     * Writes the file in one step; waits.
     *
     * @param overwrite whether to replace what somebody else wrote meanwhile
     * @throws FailureException where somebody else wrote it, or it cannot be written
     */
    public void save(TextContent content, boolean overwrite) throws FailureException {
        try {
            byte[] after = content.encode();
            folder.save(name, overwrite ? now() : disk, after);
            disk = after;
        } catch (CharacterCodingException e) {
            throw new FailureException(OperationFailure.WRITE.with(name, e), e);
        }
    }

    private byte[] now() {
        try {
            return Files.readAllBytes(path());
        } catch (IOException gone) {
            return null;
        }
    }
}
