package org.mailwain.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.report.internal.file.Manifests;
import org.mailwain.report.internal.json.ReportFile;

/** Compares a report's files with its manifest. */
public final class Manifest {
    /** The manifest's name in the report's folder; what a signature is made of. */
    public static final String FILE = Manifests.MANIFEST;
    /** The name of a detached signature beside it. */
    public static final String SIGNATURE = Manifests.SIGNATURE;

    private static final int BUFFER = 64 * 1024;

    /** How a file differs from the manifest. */
    public enum Difference {
        CHANGED,
        MISSING,
        /** There, and not named; a link also where it is named. */
        ADDED
    }

    /** @param path relative to the report, with {@code /} */
    public record Finding(String path, Difference difference) {}

    /** @param files named in the manifest */
    public record Findings(long files, List<Finding> differences) {
        public boolean unaltered() {
            return differences.isEmpty();
        }
    }

    private final Path folder;
    private final Cancel cancel;
    private final Set<String> named = new HashSet<>(Set.of(FILE, SIGNATURE));
    private final List<Finding> differences = new ArrayList<>();
    private long files;

    private Manifest(Path folder, Cancel cancel) {
        this.folder = folder;
        this.cancel = cancel;
    }

    /**
     * Reads every file of the report.
     *
     * @throws FailureException {@link ReportFailure}: no manifest, damaged, unreadable; or cancelled
     */
    public static Findings verify(Path folder, Cancel cancel) throws FailureException {
        if (!Files.isRegularFile(folder.resolve(FILE))) {
            throw ReportFailure.NOT_A_REPORT.raise(folder.toString());
        }
        return new Manifest(folder.toAbsolutePath().normalize(), cancel).run();
    }

    private Findings run() throws FailureException {
        List<FailureException> failed = new ArrayList<>(1);
        new ReportFile(folder.resolve(FILE), FILE).manifest(line -> {
            try {
                compare(line);
            } catch (FailureException e) {
                failed.add(e);
            }
            return failed.isEmpty();
        });
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
        try {
            Files.walkFileTree(folder, new Unnamed());
        } catch (IOException e) {
            throw new FailureException(ReportFailure.READ.with(folder.toString(), e.toString()), e);
        }
        return new Findings(files, List.copyOf(differences));
    }

    private void compare(ReportFile.ManifestLine line) throws FailureException {
        cancel.check();
        files++;
        named.add(line.path());
        Path file = ReportReader.inside(folder, line.path());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            differences.add(new Finding(line.path(), Difference.MISSING));
        } else if (!sha256(file, line).equals(line.sha256())) {
            differences.add(new Finding(line.path(), Difference.CHANGED));
        }
    }

    private String sha256(Path file, ReportFile.ManifestLine line) throws FailureException {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) != line.size()) {
                return "";
            }
            MessageDigest digest = Manifests.sha256();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                cancel.check();
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new FailureException(ReportFailure.READ.with(line.path(), e.toString()), e);
        }
    }

    private final class Unnamed extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (!named.contains(path)) {
                differences.add(new Finding(path, Difference.ADDED));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
