package org.mailwain.operations;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.BatchFile;
import org.mailwain.project.EndpointFile;
import org.mailwain.project.FolderMapFile;
import org.mailwain.project.ProjectFolder;
import org.mailwain.project.text.TextContent;
import org.mailwain.project.yaml.YamlDocument;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

/** Makes, renames, copies and deletes files of a project; who names a renamed file follows. */
public final class FilesOperation {
    private static final List<YamlPath> LISTS = List.of(YamlPath.of("mailboxes"), YamlPath.of("mailboxes", "list"));

    private final ProjectFolder folder;

    public FilesOperation(Path project) {
        folder = ProjectFolder.of(project);
    }

    /** @throws FailureException {@link OperationFailure#EXISTS} where there is one of that name */
    public Path create(String name, String text) throws FailureException {
        return create(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws FailureException as for {@link #create(String, String)} */
    public Path create(String name, byte[] bytes) throws FailureException {
        requireFree(name);
        folder.save(name, null, bytes);
        return folder.path().resolve(name);
    }

    private void requireFree(String name) throws FailureException {
        if (Files.exists(folder.path().resolve(name))) {
            throw OperationFailure.EXISTS.raise(name);
        }
    }

    /** Copies a file from anywhere into the project, under the next free name like its own. */
    public Path copyIn(Path file) throws FailureException {
        String name = file.getFileName().toString();
        int dot = name.indexOf('.', 1) < 0 ? name.length() : name.indexOf('.', 1);
        String free = name;
        for (int i = 2; Files.exists(folder.path().resolve(free)); i++) {
            free = name.substring(0, dot) + "-" + i + name.substring(dot);
        }
        try {
            return Files.copy(file, folder.path().resolve(free));
        } catch (FileAlreadyExistsException e) {
            throw new FailureException(OperationFailure.EXISTS.with(free), e);
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(free, e), e);
        }
    }

    /**
     * Gives a file another name; batches that name it are changed with it, each by the smallest edit.
     *
     * @param newName with the ending that its kind has
     * @return where it is now
     * @throws FailureException {@link OperationFailure#EXISTS} where there is one of that name
     */
    public Path rename(Path file, String newName) throws FailureException {
        requireFree(newName);
        String old = folder.name(file);
        for (String name : folder.files()) {
            if (name.endsWith(BatchFile.SUFFIX)) {
                follow(name, old, newName);
            }
        }
        try {
            return Files.move(file, folder.path().resolve(newName));
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(newName, e), e);
        }
    }

    private void follow(String batch, String old, String fresh) throws FailureException {
        byte[] before = folder.read(batch, ProjectFolder.MOST_SETTINGS);
        YamlDocument document = YamlDocument.read(batch, TextContent.decode(before));
        for (Reference reference : references(old, fresh)) {
            if (names(document, reference)) {
                document = document.apply(document.set(reference.place(), YamlValue.text(reference.fresh())));
            }
        }
        try {
            folder.save(batch, before, document.content().encode());
        } catch (CharacterCodingException e) {
            throw new FailureException(OperationFailure.WRITE.with(batch, e), e);
        }
    }

    private record Reference(YamlPath place, String old, String fresh) {}

    private static boolean names(YamlDocument document, Reference reference) {
        return document.find(reference.place())
                .filter(YamlNode.Scalar.class::isInstance)
                .map(node -> ((YamlNode.Scalar) node).value().equals(reference.old()))
                .orElse(false);
    }

    private static List<Reference> references(String old, String fresh) {
        List<Reference> found = new ArrayList<>();
        for (String key : List.of("source", "target")) {
            add(found, YamlPath.of(key), EndpointFile.SUFFIX, old, fresh);
        }
        add(found, YamlPath.of("folders"), FolderMapFile.SUFFIX, old, fresh);
        LISTS.forEach(place -> add(found, place, "", old, fresh));
        return found;
    }

    private static void add(List<Reference> found, YamlPath place, String suffix, String old, String fresh) {
        if (old.endsWith(suffix) && fresh.endsWith(suffix)) {
            found.add(new Reference(
                    place,
                    old.substring(0, old.length() - suffix.length()),
                    fresh.substring(0, fresh.length() - suffix.length())));
        }
    }

    /** Deletes a file, or a folder with all that is in it. */
    public void delete(Path path) throws FailureException {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, IOException why) throws IOException {
                    Files.delete(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(folder.name(path), e), e);
        }
    }
}
