package org.mailwain.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.failure.Problem.Severity;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.project.text.TextContent;
import org.mailwain.project.yaml.YamlDocument;

/**
 * A migration project as its files are at one moment: every document, every problem of all of them at once, and what
 * can be run. Immutable; open it again after a change.
 */
public final class Project {
    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::column);

    private final ProjectFolder folder;
    private final Map<String, EndpointFile> endpoints = new TreeMap<>();
    private final Map<String, FolderMapFile> folderMaps = new TreeMap<>();
    private final Map<String, BatchFile> batches = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Project(ProjectFolder folder) {
        this.folder = folder;
    }

    /** Leaves secrets unread. @throws FailureException as for {@link #open(ProjectFolder, Catalog, CredentialStore)} */
    public static Project open(Path folder, Catalog catalog) throws FailureException {
        return open(ProjectFolder.of(folder), catalog, null);
    }

    /**
     * Reads all files of a project. What is wrong with them stands in {@link #problems()}.
     *
     * @param store for the secrets that endpoint files mention, read only where one does; null to leave them unread
     * @throws FailureException where the folder itself cannot be read
     */
    public static Project open(ProjectFolder folder, Catalog catalog, CredentialStore store) throws FailureException {
        Project project = new Project(folder);
        Map<String, YamlDocument> documents = project.documents();
        documents.forEach((file, document) -> project.endpoint(file, document, catalog, store));
        documents.forEach(project::folderMap);
        Lists lists = new Lists(folder);
        BatchReader reader = new BatchReader(folder, catalog, project.endpoints, project.folderMaps, lists);
        documents.forEach((file, document) -> project.batch(file, document, reader));
        project.problems.addAll(lists.problems());
        project.problems.sort(ORDER);
        return project;
    }

    private Map<String, YamlDocument> documents() throws FailureException {
        Map<String, YamlDocument> documents = new LinkedHashMap<>();
        boolean any = false;
        for (String file : folder.files()) {
            ProjectNames.check(file).ifPresent(problems::add);
            if (ProjectNames.suffix(file).isPresent()) {
                any = true;
                read(file).ifPresent(content -> documents.put(file, YamlDocument.read(file, content)));
            }
        }
        if (!any) {
            problems.add(problem("", ProjectFailure.FOLDER_EMPTY.raise(folder.path())));
        }
        return documents;
    }

    private Optional<TextContent> read(String file) {
        try {
            return Optional.of(TextContent.decode(folder.read(file, ProjectFolder.MOST_SETTINGS)));
        } catch (FailureException unreadable) {
            problems.add(problem(file, unreadable));
            return Optional.empty();
        }
    }

    private static Problem problem(String file, FailureException failure) {
        return new Problem(file, 0, 0, 0, Severity.ERROR, failure.failure(), List.of());
    }

    private void endpoint(String file, YamlDocument document, Catalog catalog, CredentialStore store) {
        name(file, EndpointFile.SUFFIX).ifPresent(name -> {
            EndpointFile endpoint = EndpointFile.read(name, document, catalog, folder.path(), store);
            endpoints.put(name, endpoint);
            problems.addAll(endpoint.problems());
        });
    }

    private void folderMap(String file, YamlDocument document) {
        name(file, FolderMapFile.SUFFIX).ifPresent(name -> {
            FolderMapFile map = FolderMapFile.read(name, document, folder.path());
            folderMaps.put(name, map);
            problems.addAll(map.problems());
        });
    }

    private void batch(String file, YamlDocument document, BatchReader reader) {
        name(file, BatchFile.SUFFIX).ifPresent(name -> {
            BatchFile batch = reader.read(name, document);
            batches.put(name, batch);
            problems.addAll(batch.problems());
        });
    }

    private static Optional<String> name(String file, String suffix) {
        return file.endsWith(suffix)
                ? Optional.of(file.substring(0, file.length() - suffix.length()))
                : Optional.empty();
    }

    public ProjectFolder folder() {
        return folder;
    }

    /** Of all files, by file, line and column. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Those that keep a batch from being run: of its file, its list, its endpoints and its folder map. */
    public List<Problem> problems(BatchFile batch) {
        List<String> files = new ArrayList<>();
        files.add(batch.document().file());
        batch.list().map(folder::name).ifPresent(files::add);
        batch.settings().ifPresent(settings -> {
            files.add(settings.source() + EndpointFile.SUFFIX);
            files.add(settings.target() + EndpointFile.SUFFIX);
            settings.folders().ifPresent(name -> files.add(name + FolderMapFile.SUFFIX));
        });
        return problems.stream().filter(p -> files.contains(p.file())).toList();
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** By name. */
    public Map<String, EndpointFile> endpoints() {
        return Collections.unmodifiableMap(endpoints);
    }

    /** By name. */
    public Map<String, FolderMapFile> folderMaps() {
        return Collections.unmodifiableMap(folderMaps);
    }

    /** By name. */
    public Map<String, BatchFile> batches() {
        return Collections.unmodifiableMap(batches);
    }

    /** Empty where there is none of that name, or a problem keeps it from being used. */
    public Optional<Endpoint> endpoint(String name) {
        return Optional.ofNullable(endpoints.get(name)).flatMap(EndpointFile::endpoint);
    }

    /** Empty where there is none of that name, or a problem keeps it from being run. */
    public Optional<Batch> batch(String name) {
        return Optional.ofNullable(batches.get(name)).flatMap(BatchFile::batch);
    }
}
