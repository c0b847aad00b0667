package org.mailwain.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.progress.Asks;
import org.mailwain.project.BatchFile;
import org.mailwain.project.Project;
import org.mailwain.project.ProjectFolder;

/** Opens a project, and a batch of it for work. */
public final class OpenOperation {
    private final Services services;
    private final Path folder;
    private final Asks asks;

    public OpenOperation(Services services, Path folder, Asks asks) {
        this.services = services;
        this.folder = folder;
        this.asks = asks;
    }

    /** All files, with all their problems. */
    public Project project() throws FailureException {
        if (!Files.isDirectory(folder)) {
            throw OperationFailure.NO_PROJECT.raise(folder);
        }
        return Project.open(ProjectFolder.of(folder), services.catalog(), credentials());
    }

    /**
     * @param name of the batch; null where there is only one
     * @throws BrokenProjectException where problems of its files keep it from being worked on
     */
    public BatchWork batch(String name) throws FailureException {
        Project project = project();
        BatchFile file = choose(project, name);
        List<Problem> problems = project.problems(file);
        Optional<Batch> batch = project.batch(file.name());
        if (batch.isEmpty() || problems.stream().anyMatch(Problem::isError)) {
            throw new BrokenProjectException(problems);
        }
        return new BatchWork(services, folder, batch.get(), credentials(), asks);
    }

    private BatchFile choose(Project project, String name) throws FailureException {
        Map<String, BatchFile> batches = project.batches();
        String names = String.join(", ", batches.keySet());
        if (batches.isEmpty()) {
            throw OperationFailure.NO_PROJECT.raise(folder);
        } else if (name != null && !batches.containsKey(name)) {
            throw OperationFailure.NO_SUCH_BATCH.raise(name, names);
        } else if (name == null && batches.size() > 1) {
            throw OperationFailure.WHICH_BATCH.raise(names);
        }
        return name == null ? batches.values().iterator().next() : batches.get(name);
    }

    /** Where the project has its secrets. */
    public CredentialStore credentials() {
        return services.credentials().open(folder.resolve(BatchWork.HIDDEN), asks);
    }
}
