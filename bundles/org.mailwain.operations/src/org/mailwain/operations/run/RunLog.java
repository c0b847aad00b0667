package org.mailwain.operations.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.OperationFailure;

/**
 * What this process logs, in files of the run's folder while it is open: the newest is {@code run.0.log}. Bounded in
 * size and number; the logs of runs before are pushed back.
 */
public final class RunLog implements AutoCloseable {
    private static final int FILE_BYTES = 10_000_000;
    private static final int FILES = 6;

    private final Logger root = LogManager.getLogManager().getLogger("");
    private final Handler handler;

    private RunLog(Handler handler) {
        this.handler = handler;
    }

    public static RunLog open(RunFolder run) throws FailureException {
        run.make();
        Path pattern = run.folder().resolve("run.%g.log");
        try {
            Files.createDirectories(run.folder());
            Handler handler = new FileHandler(escape(pattern), FILE_BYTES, FILES, false);
            handler.setFormatter(new SimpleFormatter());
            handler.setLevel(Level.ALL);
            handler.setEncoding("UTF-8");
            RunLog log = new RunLog(handler);
            log.root.addHandler(handler);
            return log;
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(run.folder(), e), e);
        }
    }

    /** A percent sign in the folder's own name means itself. */
    private static String escape(Path pattern) {
        return pattern.getParent().toString().replace("%", "%%") + "/" + pattern.getFileName();
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        handler.close();
    }
}
