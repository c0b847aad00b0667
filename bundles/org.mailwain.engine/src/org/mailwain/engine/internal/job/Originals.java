package org.mailwain.engine.internal.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.UUID;
import org.mailwain.engine.internal.body.OwnerOnly;
import org.mailwain.engine.internal.body.StoredBody;

/** Keeps messages that the target refused as they were, named by their digest. Thread-safe. */
public final class Originals {
    private final Path folder;

    public Originals(Path folder) {
        this.folder = folder;
    }

    /** @return the file's path relative to the project, with {@code /} */
    public String keep(StoredBody body) throws IOException {
        String name = HexFormat.of().formatHex(body.sha256()) + ".eml";
        Path file = OwnerOnly.folder(folder).resolve(name);
        if (!Files.exists(file)) {
            Path part = OwnerOnly.file(folder.resolve(UUID.randomUUID() + ".part"));
            try (OutputStream out = Files.newOutputStream(part)) {
                body.writeTo(out);
            }
            move(part, file);
        }
        return folder.getParent().getFileName() + "/" + folder.getFileName() + "/" + name;
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(part);
        }
    }
}
