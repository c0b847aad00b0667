package org.mailwain.report.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;

/** Puts kept originals into a report, each once, as {@code originals/SHA256.eml}; does nothing where none are asked for. */
public final class Originals {
    private static final String FOLDER = "originals/";
    private static final int BUFFER = 64 * 1024;

    private final Optional<Path> project;
    private final ReportFolder out;
    private final Cancel cancel;
    private final Set<String> there = new HashSet<>();

    /** @param project where the originals are; empty for none */
    public Originals(Optional<Path> project, ReportFolder out, Cancel cancel) {
        this.project = project.map(folder -> folder.toAbsolutePath().normalize());
        this.out = out;
        this.cancel = cancel;
    }

    /** @param path of the original as the ledger has it, relative to the project; one that is gone is passed over */
    public void add(String path) throws IOException, FailureException {
        if (project.isEmpty()) {
            return;
        }
        Path file = project.get().resolve(path).normalize();
        boolean plain = file.startsWith(project.get()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (!plain || !there.add(file.getFileName().toString())) {
            return;
        }
        try (InputStream in = Files.newInputStream(file);
                OutputStream copy = out.file(FOLDER + file.getFileName())) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                cancel.check();
                copy.write(buffer, 0, read);
            }
        }
    }
}
