package org.mailwain.presenters.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.operations.run.EventReader;
import org.mailwain.operations.run.RunFolder;
import org.mailwain.operations.run.RunPicture;

/** Follows the runs of a project's batches by their events. Confined to the thread that reads projects. */
final class RunStates {
    private record Followed(RunFolder folder, EventReader reader, RunPicture picture) {}

    private final Path project;
    private final Map<String, Followed> followed = new HashMap<>();

    RunStates(Path project) {
        this.project = project;
    }

    /** By the name of the batch; without those that never ran. Waits for the disk. */
    Map<String, RunState> read(Set<String> batches) {
        followed.keySet().retainAll(batches);
        Map<String, RunState> states = new TreeMap<>();
        for (String batch : batches) {
            Followed run = followed.computeIfAbsent(batch, this::follow);
            state(run).ifPresent(state -> states.put(batch, state));
        }
        return Map.copyOf(states);
    }

    private Followed follow(String batch) {
        RunFolder folder = RunFolder.of(project, batch);
        return new Followed(folder, new EventReader(folder), new RunPicture());
    }

    private static Optional<RunState> state(Followed run) {
        List<RunEvent> events = run.reader().poll();
        while (!events.isEmpty()) {
            events.forEach(run.picture()::apply);
            events = run.reader().poll();
        }
        RunPicture.Totals totals = run.picture().totals(Instant.now());
        if (totals.mailboxes() == 0) {
            return Optional.empty();
        }
        int percent = totals.planned() == 0 ? -1 : (int) Math.min(100, totals.handled() * 100 / totals.planned());
        return Optional.of(new RunState(totals.state(), run.folder().holder().isPresent(), percent));
    }
}
