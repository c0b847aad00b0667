package org.mailwain.presenters.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.Problem;
import org.mailwain.operations.Services;

class WorkspaceTest {
    private static final long LIMIT_SECONDS = 20;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Workspace workspace = new Workspace(services(), List.of(), queue::add);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aProjectIsReadAndReadAgainWhenItsFilesChange() throws Exception {
        Files.writeString(folder.resolve("a.endpoint.yaml"), "kind: [\n");
        ProjectModel project = workspace.open(folder);
        assertThat(project.project()).isEmpty();
        await(() -> !project.problems().isEmpty());
        assertThat(project.problems()).extracting(Problem::file).contains("a.endpoint.yaml");
        Files.writeString(folder.resolve("b.endpoint.yaml"), "kind: [\n");
        await(() -> project.problems().stream().anyMatch(p -> p.file().equals("b.endpoint.yaml")));
    }

    @Test
    void anEditorsTextStandsInPlaceOfTheFile() throws Exception {
        Files.writeString(folder.resolve("a.endpoint.yaml"), "kind: imap\n");
        ProjectModel project = workspace.open(folder);
        await(() -> project.project().isPresent());
        project.unsaved("a.endpoint.yaml", "kind: [\n".getBytes(StandardCharsets.UTF_8));
        await(() -> isBroken(project));
        project.unsaved("a.endpoint.yaml", null);
        await(() -> !isBroken(project));
    }

    @Test
    void severalAreOpenAndAFileBelongsToTheInnermost() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        ProjectModel outside = workspace.open(folder);
        ProjectModel inside = workspace.open(inner);
        assertThat(workspace.open(folder)).isSameAs(outside);
        assertThat(workspace.projects()).containsExactly(outside, inside);
        assertThat(workspace.owner(inner.resolve("a.csv"))).contains(inside);
        assertThat(workspace.owner(folder.resolve("a.csv"))).contains(outside);
        assertThat(workspace.recent()).containsExactly(folder, inner);
        workspace.close(inside);
        assertThat(workspace.owner(inner.resolve("a.csv"))).contains(outside);
    }

    @Test
    void listenersHearOfOpeningClosingAndForgetting() {
        List<Integer> heard = new ArrayList<>();
        Runnable leave = workspace.onChange(() -> heard.add(workspace.projects().size()));
        ProjectModel project = workspace.open(folder);
        workspace.close(project);
        workspace.close(project);
        workspace.forget(folder);
        leave.run();
        workspace.open(folder);
        assertThat(heard).containsExactly(1, 0, 0);
    }

    private static boolean isBroken(ProjectModel project) {
        return project.project()
                .map(read -> !read.endpoints().get("a").document().complete())
                .orElse(false);
    }

    /** Plays the UI thread until something holds. */
    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable work = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(work).as("something happens").isNotNull();
            work.run();
        }
    }

    private static Services services() {
        return new Services(
                List.of(), List.of(), List.of(), List.of(), null, List.of(), null, null, List::of, List.of());
    }
}
