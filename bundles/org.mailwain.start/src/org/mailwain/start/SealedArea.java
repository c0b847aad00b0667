package org.mailwain.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A configuration area in use. The first process writes a draft; at its end the draft becomes the area. Of several first
 * processes one wins, the others throw theirs away.
 */
record SealedArea(Path folder, Path area) implements AutoCloseable {
    boolean sealed() {
        return folder.equals(area);
    }

    @Override
    public void close() throws IOException {
        if (sealed()) {
            return;
        }
        try {
            Files.move(folder, area, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Cache.delete(folder);
            if (!Files.isDirectory(area)) {
                throw e;
            }
        }
    }
}
