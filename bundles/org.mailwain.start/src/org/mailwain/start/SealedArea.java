package org.mailwain.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A configuration area in use. The first process writes a draft; if its start went well, the draft becomes the area at
 * its end. Of several first processes one wins, the others throw theirs away.
 */
record SealedArea(Path folder, Path area) implements AutoCloseable {
    boolean sealed() {
        return folder.equals(area);
    }

    /** For the processes to come. */
    void keep() throws IOException {
        if (sealed()) {
            return;
        }
        try {
            Files.move(folder, area, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(area)) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        if (!sealed()) {
            Cache.delete(folder);
        }
    }
}
