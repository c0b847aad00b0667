package org.mailwain.engine.internal.verify;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailwain.api.failure.FailureException;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.body.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of one verification, made when they are needed and gone with it. Thread-safe. */
final class Scratch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

    private final Path folder;
    private final AtomicInteger files = new AtomicInteger();

    /** @param spool under which a folder of its own is made */
    Scratch(Path spool) {
        this.folder = spool.resolve(UUID.randomUUID().toString());
    }

    Path file() throws IOException {
        return OwnerOnly.file(OwnerOnly.folder(folder).resolve(Integer.toString(files.incrementAndGet())));
    }

    /** How many files were made so far. */
    int files() {
        return files.get();
    }

    FailureException broken(IOException e) {
        return new FailureException(EngineFailure.SPOOL.with(folder, e.getMessage()), e);
    }

    @Override
    public void close() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("{} is left behind", folder, e);
        }
    }
}
