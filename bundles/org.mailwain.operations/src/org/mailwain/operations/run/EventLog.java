package org.mailwain.operations.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.operations.OperationFailure;

/**
 * The events of a run as lines of a file, for windows and terminals that watch. The file of the run before is kept
 * beside it. Thread-safe; a disk that is full costs events, never the run.
 */
public final class EventLog implements Progress, AutoCloseable {
    private final BufferedWriter writer;
    private boolean broken;

    private EventLog(BufferedWriter writer) {
        this.writer = writer;
    }

    public static EventLog open(RunFolder run) throws FailureException {
        try {
            if (Files.exists(run.events())) {
                Files.move(
                        run.events(),
                        run.folder().resolve("events.before.ndjson"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            return new EventLog(Files.newBufferedWriter(run.events()));
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(run.events(), e), e);
        }
    }

    @Override
    public synchronized void happened(RunEvent event) {
        if (broken) {
            return;
        }
        try {
            writer.write(EventJson.encode(event));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            broken = true;
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            broken = true;
        }
    }
}
