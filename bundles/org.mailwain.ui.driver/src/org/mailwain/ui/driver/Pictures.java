package org.mailwain.ui.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Pictures of the screen, by ImageMagick. */
final class Pictures {
    private static final long LIMIT_SECONDS = 60;
    private static final long PAINT_MILLIS = 400;

    private Pictures() {}

    static void take(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            // What was laid out is painted a moment later.
            Thread.sleep(PAINT_MILLIS);
            Process process = new ProcessBuilder("import", "-window", "root", "-depth", "8", file.toString())
                    .inheritIO()
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("no picture " + file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
