package org.mailwain.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.internal.AtomicWrite;
import org.mailwain.project.text.TextContent;

/** Makes a new project: two endpoints, a mailbox list, a batch and a folder map, with comments that say what to do. */
public final class ProjectInit {
    /** The folder for what people need not see. */
    public static final String HIDDEN = ".mailwain";

    private static final String IGNORE = ".gitignore";
    private static final List<String> FILES = List.of(
            "source.endpoint.yaml",
            "target.endpoint.yaml",
            "mailboxes.csv",
            "migration.batch.yaml",
            "folders.foldermap.yaml");

    private ProjectInit() {}

    /**
     * Writes all files or none, and changes none that is there.
     *
     * @param folder is made where it is missing
     * @return names of the files written
     * @throws FailureException {@link ProjectFailure#FOLDER_NOT_EMPTY} where one of the files is there already
     */
    public static List<String> write(Path folder) throws FailureException {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw ProjectFailure.FOLDER_NOT_EMPTY.raise(target.getParent(), target.getFileName());
        }
        try {
            return Files.isDirectory(target) && !isEmpty(target) ? into(target) : fresh(target);
        } catch (FileAlreadyExistsException there) {
            throw new FailureException(ProjectFailure.FOLDER_NOT_EMPTY.with(target, there.getMessage()), there);
        } catch (IOException unwritable) {
            throw new FailureException(ProjectFailure.FILE_UNWRITABLE.with(target, unwritable), unwritable);
        }
    }

    /** The text of a new batch, with its comments. */
    public static TextContent batch() {
        try {
            return TextContent.decode(resource("migration.batch.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Made beside its place and put there whole. */
    private static List<String> fresh(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path made = Files.createTempDirectory(target.getParent(), ".init");
        try {
            openToOthers(made);
            Map<String, byte[]> contents = contents(true);
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                AtomicWrite.replace(made.resolve(file.getKey()), file.getValue(), isList(file.getKey()));
            }
            Files.deleteIfExists(target);
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
            return List.copyOf(contents.keySet());
        } finally {
            remove(made);
        }
    }

    /** A temporary folder is closed; a project is as open as its owner makes folders. */
    private static void openToOthers(Path made) throws IOException {
        if (Files.getFileAttributeView(made, PosixFileAttributeView.class) != null) {
            Path sample = Files.createDirectory(made.resolve("rights"));
            var rights = Files.getPosixFilePermissions(sample);
            Files.delete(sample);
            Files.setPosixFilePermissions(made, rights);
        }
    }

    private static List<String> into(Path target) throws IOException {
        boolean ignore = !Files.exists(target.resolve(IGNORE));
        Map<String, byte[]> contents = contents(ignore);
        for (String name : contents.keySet()) {
            if (Files.exists(target.resolve(name))) {
                throw new FileAlreadyExistsException(name);
            }
        }
        List<Path> written = new ArrayList<>();
        boolean done = false;
        try {
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                written.add(target.resolve(file.getKey()));
                AtomicWrite.replace(target.resolve(file.getKey()), file.getValue(), isList(file.getKey()));
            }
            if (!ignore) {
                hideFromGit(target);
            }
            done = true;
        } finally {
            if (!done) {
                for (Path file : written) {
                    Files.deleteIfExists(file);
                }
            }
        }
        return List.copyOf(contents.keySet());
    }

    /** Where the folder has ignore rules of its own, ours stand inside what is to be ignored. */
    private static void hideFromGit(Path target) throws IOException {
        Path hidden = target.resolve(HIDDEN);
        if (!Files.exists(hidden)) {
            boolean posix = Files.getFileAttributeView(target, PosixFileAttributeView.class) != null;
            if (posix) {
                Files.createDirectory(
                        hidden, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(hidden);
            }
            AtomicWrite.replace(hidden.resolve(IGNORE), "*\n".getBytes(StandardCharsets.UTF_8), false);
        }
    }

    /** A list will hold passwords. */
    static boolean isList(String name) {
        return name.endsWith(".csv");
    }

    private static Map<String, byte[]> contents(boolean ignore) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (String name : FILES) {
            contents.put(name, resource(name));
        }
        if (ignore) {
            contents.put(IGNORE, resource("gitignore.txt"));
        }
        return contents;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ProjectInit.class.getResourceAsStream("init/" + name)) {
            return in.readAllBytes();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
