package org.mailwain.ui.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.graphics.Rectangle;

/** Pictures of the screen, by ImageMagick. */
final class Pictures {
    private static final long LIMIT_SECONDS = 60;
    private static final long PAINT_MILLIS = 400;

    private Pictures() {}

    /** @param part of the screen */
    static void take(Path file, Rectangle part) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            // What was laid out is painted a moment later.
            Thread.sleep(PAINT_MILLIS);
            Process process = new ProcessBuilder(
                            "import",
                            "-window",
                            "root",
                            "-crop",
                            "%dx%d+%d+%d".formatted(part.width, part.height, part.x, part.y),
                            "+repage",
                            "-depth",
                            "8",
                            file.toString())
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
