package org.mailwain.presenters.guides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.operations.Services;
import org.mailwain.operations.StatusOperation;
import org.mailwain.presenters.guides.Course.Step;
import org.mailwain.project.BatchFile;
import org.mailwain.project.Project;
import org.mailwain.project.ProjectFailure;

/** Finds out which steps of a migration are done: from the files, the ledger and the reports alone. */
public final class Progress {
    private static final String REPORTS = "reports";
    private static final String REPORT = "report.json";

    private final Services services;
    private final Project project;
    private final Path folder;

    /** What the ledger and the reports say of a batch; status is null where it was never run. */
    private record Known(String batch, StatusOperation.Status status, boolean reported) {
        boolean done() {
            return status != null
                    && switch (status.state()) {
                        case SYNCED, SYNCED_WITH_ERRORS, COMPLETED, COMPLETED_WITH_ERRORS -> true;
                        default -> false;
                    };
        }

        boolean clean() {
            return done() && (status.state() == BatchState.SYNCED || status.state() == BatchState.COMPLETED);
        }

        boolean again() {
            return done()
                    && status.mailboxes().stream()
                            .anyMatch(mailbox -> mailbox.state().name().startsWith("INCREMENTAL"));
        }
    }

    public Progress(Services services, Project project) {
        this.services = services;
        this.project = project;
        this.folder = project.folder().path();
    }

    /** Those that are true now; waits. */
    public Set<Step> done() {
        EnumSet<Step> done = EnumSet.of(Step.PROJECT);
        ofFiles(done);
        ofRuns(done);
        return done;
    }

    private void ofFiles(Set<Step> done) {
        List<BatchFile> sound = project.batches().values().stream()
                .filter(batch -> project.batch(batch.name()).isPresent())
                .toList();
        tick(done, Step.SOURCE, project.endpoints().values().stream().anyMatch(end -> isUsed(end.name(), true)));
        tick(done, Step.TARGET, project.endpoints().values().stream().anyMatch(end -> isUsed(end.name(), false)));
        boolean list = project.batches().values().stream()
                .anyMatch(batch -> batch.mailboxes().isPresent()
                        && !batch.mailboxes().get().rows().isEmpty()
                        && batch.mailboxes().get().problems().stream().noneMatch(Problem::isError));
        tick(done, Step.LIST, list);
        tick(
                done,
                Step.PASSWORDS,
                list
                        && project.problems().stream()
                                .noneMatch(problem -> problem.failure().is(ProjectFailure.LIST_CLEAR_PASSWORDS)));
        tick(
                done,
                Step.BATCH,
                sound.stream()
                        .anyMatch(batch -> !project.batch(batch.name())
                                .orElseThrow()
                                .rows()
                                .isEmpty()));
        tick(
                done,
                Step.FOLDERS,
                sound.stream()
                        .anyMatch(batch -> batch.settings()
                                .flatMap(settings -> settings.folders())
                                .map(map -> project.folderMaps().get(map))
                                .flatMap(map -> map.rules())
                                .isPresent()));
    }

    private boolean isUsed(String endpoint, boolean asSource) {
        return project.endpoint(endpoint).isPresent()
                && project.batches().values().stream()
                        .flatMap(batch -> batch.settings().stream())
                        .anyMatch(settings -> endpoint.equals(asSource ? settings.source() : settings.target()));
    }

    private void ofRuns(Set<Step> done) {
        List<Known> all = new ArrayList<>();
        project.batches().keySet().forEach(batch -> all.add(new Known(batch, status(batch), isReported(batch))));
        tick(done, Step.PILOT_RUN, all.stream().anyMatch(known -> known.status() != null));
        tick(done, Step.PILOT_DONE, all.stream().anyMatch(Known::done));
        tick(done, Step.PILOT_REPORT, all.stream().anyMatch(Known::reported));
        tick(done, Step.PILOT_RESCAN, all.stream().anyMatch(Known::again));
        boolean any = !all.isEmpty();
        tick(done, Step.ALL_STARTED, any && all.stream().allMatch(known -> known.status() != null));
        tick(done, Step.ALL_DONE, any && all.stream().allMatch(Known::done));
        tick(done, Step.NOTHING_FAILED, any && all.stream().allMatch(Known::clean));
        tick(done, Step.ALL_REPORTED, any && all.stream().allMatch(Known::reported));
    }

    private static void tick(Set<Step> done, Step step, boolean so) {
        if (so) {
            done.add(step);
        }
    }

    private StatusOperation.Status status(String batch) {
        try {
            return new StatusOperation(services, folder, batch).status();
        } catch (FailureException neverRun) {
            return null;
        }
    }

    private boolean isReported(String batch) {
        return newestReport(folder, batch).isPresent();
    }

    /** The newest report of a batch in the project's folder of reports; waits. */
    public static Optional<Path> newestReport(Path project, String batch) {
        try (Stream<Path> reports = Files.list(project.resolve(REPORTS))) {
            return reports.filter(each -> each.getFileName().toString().startsWith(batch + "-"))
                    .filter(each -> Files.isRegularFile(each.resolve(REPORT)))
                    .max((a, b) -> a.getFileName().compareTo(b.getFileName()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
