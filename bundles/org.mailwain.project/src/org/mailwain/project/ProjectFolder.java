package org.mailwain.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.internal.AtomicWrite;

/**
 * The files of a project as an editor sees them: those on the disk, with what is not saved yet in their place.
 * Immutable.
 */
public final class ProjectFolder {
    /** Of a settings file; persons write far less. */
    public static final long MOST_SETTINGS = 1_000_000;

    private final Path path;
    private final Map<String, byte[]> unsaved;

    private ProjectFolder(Path path, Map<String, byte[]> unsaved) {
        this.path = path;
        this.unsaved = unsaved;
    }

    public static ProjectFolder of(Path path) {
        return new ProjectFolder(path.toAbsolutePath().normalize(), Map.of());
    }

    /** With the contents of an editor in place of a file; null takes them out again. */
    public ProjectFolder withUnsaved(String file, byte[] bytes) {
        Map<String, byte[]> more = new HashMap<>(unsaved);
        if (bytes == null) {
            more.remove(file);
        } else {
            more.put(file, bytes.clone());
        }
        return new ProjectFolder(path, more);
    }

    public Path path() {
        return path;
    }

    /** A file's name as problems show it: relative, with {@code /}. */
    public String name(Path file) {
        Path absolute = path.resolve(file).normalize();
        Path shown = absolute.startsWith(path) ? path.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    /** Names of the files at the top of the folder, sorted, without hidden ones. */
    public List<String> files() throws FailureException {
        TreeSet<String> names = new TreeSet<>(unsaved.keySet());
        try (Stream<Path> files = Files.list(path)) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .forEach(names::add);
        } catch (NoSuchFileException missing) {
            throw new FailureException(ProjectFailure.FOLDER_MISSING.with(path), missing);
        } catch (IOException unreadable) {
            throw new FailureException(ProjectFailure.FILE_UNREADABLE.with(path, unreadable), unreadable);
        }
        return names.stream().filter(name -> !name.startsWith(".")).toList();
    }

    /**
     * @param most bytes that are read
     * @throws FailureException where the file is missing, unreadable or larger
     */
    public byte[] read(String file, long most) throws FailureException {
        byte[] edited = unsaved.get(file);
        if (edited != null) {
            return edited.clone();
        }
        Path source = path.resolve(file);
        try {
            long size = Files.size(source);
            if (size > most) {
                throw ProjectFailure.FILE_TOO_LARGE.raise(file, new Argument.Size(size), new Argument.Size(most));
            }
            return Files.readAllBytes(source);
        } catch (NoSuchFileException missing) {
            throw new FailureException(ProjectFailure.FILE_MISSING.with(file), missing);
        } catch (IOException unreadable) {
            throw new FailureException(ProjectFailure.FILE_UNREADABLE.with(file, unreadable), unreadable);
        }
    }

    /** Whether others than the owner may read a file. False where the file system does not say. */
    public boolean isReadableByOthers(String file) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path.resolve(file));
            return rights.contains(PosixFilePermission.GROUP_READ) || rights.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /**
     * Puts new contents in the place of a file in one step; its rights stay, and a list that is new is for its owner
     * alone. Does nothing where nothing changes.
     *
     * @param before what was read, or null for a file that is new
     * @throws FailureException {@link ProjectFailure#FILE_CHANGED} where somebody else wrote it meanwhile
     */
    public void save(String file, byte[] before, byte[] after) throws FailureException {
        Path target = path.resolve(file);
        try {
            byte[] now = Files.exists(target) ? Files.readAllBytes(target) : null;
            if (!Arrays.equals(before, now)) {
                throw ProjectFailure.FILE_CHANGED.raise(file);
            }
            if (!Arrays.equals(before, after)) {
                AtomicWrite.replace(target, after, ProjectInit.isList(file));
            }
        } catch (IOException unwritable) {
            throw new FailureException(ProjectFailure.FILE_UNWRITABLE.with(file, unwritable), unwritable);
        }
    }
}
