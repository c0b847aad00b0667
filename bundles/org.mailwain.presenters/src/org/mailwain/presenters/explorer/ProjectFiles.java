package org.mailwain.presenters.explorer;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a project as the explorer groups them, read at one moment. Immutable.
 *
 * @param files of all kinds, those at the top first
 * @param complete false where there were too many to list
 */
public record ProjectFiles(List<FileEntry> files, boolean complete) {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectFiles.class);
    private static final int MOST = 2000;
    private static final int DEPTH = 3;

    public static final ProjectFiles NONE = new ProjectFiles(List.of(), true);

    public ProjectFiles {
        files = List.copyOf(files);
    }

    /** Waits for the disk. What lies inside a report is the report's own and not listed. */
    public static ProjectFiles list(Path folder) {
        List<FileEntry> found = new ArrayList<>();
        boolean[] complete = {true};
        try {
            Files.walkFileTree(folder, java.util.Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    if (each.equals(folder)) {
                        return FileVisitResult.CONTINUE;
                    }
                    Path report = each.resolve(FileKind.REPORT.ending());
                    if (Files.isRegularFile(report)) {
                        found.add(FileEntry.of(report));
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    return FileEntry.isShown(each) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && FileEntry.isShown(file)) {
                        found.add(FileEntry.of(file));
                    }
                    complete[0] = found.size() < MOST;
                    return complete[0] ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path gone, IOException why) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.warn("cannot list {}", folder, e);
        }
        found.sort(FileEntry.ORDER);
        return new ProjectFiles(found, complete[0]);
    }

    public List<FileEntry> of(FileKind kind) {
        return files.stream().filter(file -> file.kind() == kind).toList();
    }
}
