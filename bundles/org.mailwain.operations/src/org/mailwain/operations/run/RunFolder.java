package org.mailwain.operations.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.OperationFailure;

/**
 * The folder of a batch's run: {@code .mailwain/run/<batch>/} with the lock, the events and the control socket. Whoever
 * runs, watches or stops a batch meets here.
 *
 * @param folder need not exist yet
 */
public record RunFolder(Path folder, String batch) {
    /** @param project the project's folder */
    public static RunFolder of(Path project, String batch) {
        return new RunFolder(project.resolve(".mailwain").resolve("run").resolve(batch), batch);
    }

    public Path events() {
        return folder.resolve("events.ndjson");
    }

    /** What the process of the last run said on its standard error, where a window started it. */
    public Path console() {
        return folder.resolve("console.log");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path holderFile() {
        return folder.resolve("holder");
    }

    /** Who runs the batch now, or empty. */
    public Optional<RunHolder> holder() {
        return RunLock.holder(this);
    }

    /** When the last run began, whether or not it has ended; empty before the first. */
    public Optional<Instant> began() {
        return RunLock.text(this).map(RunHolder::since).filter(since -> since.isAfter(Instant.EPOCH));
    }

    /** When the last run told something for the last time; empty while one is at work, and before the first. */
    public Optional<Instant> ended() {
        try {
            return holder().isPresent()
                    ? Optional.empty()
                    : Optional.of(Files.getLastModifiedTime(events()).toInstant());
        } catch (IOException never) {
            return Optional.empty();
        }
    }

    /** Makes the folder, for nobody else's eyes. */
    public void make() throws FailureException {
        try {
            Files.createDirectories(folder);
            Path hidden = folder.getParent().getParent();
            if (Files.getFileStore(hidden).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(folder, e), e);
        }
    }
}
