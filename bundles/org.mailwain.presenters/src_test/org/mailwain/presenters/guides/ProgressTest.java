package org.mailwain.presenters.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.operations.Services;
import org.mailwain.presenters.guides.Course.Step;
import org.mailwain.project.Catalog;
import org.mailwain.project.Project;
import org.mailwain.project.ProjectInit;

class ProgressTest {
    @TempDir
    private Path folder;

    private Set<Step> done() throws Exception {
        Services services = new Services(
                List.of(), List.of(), List.of(), List.of(), null, List.of(), null, null, List::of, List.of());
        Project project = Project.open(folder, new Catalog(Map.of(), Map.of(), Map.of(), List.of()));
        return new Progress(services, project).done();
    }

    @Test
    void everyStepStandsInOneCourse() {
        assertThat(Arrays.stream(Course.values()).flatMap(course -> course.steps().stream()))
                .containsExactlyElementsOf(Stream.of(Step.values()).toList());
    }

    @Test
    void stepsTickThemselvesAsTheFilesSay() throws Exception {
        ProjectInit.write(folder);
        assertThat(done())
                .as("the list of a new project is empty")
                .contains(Step.PROJECT)
                .doesNotContain(Step.LIST);
        Files.writeString(
                folder.resolve("mailboxes.csv"), "EmailAddress,UserName,Password\nanna@new.example,anna,secret\n");
        assertThat(done()).contains(Step.LIST).doesNotContain(Step.PASSWORDS, Step.PILOT_RUN);
        Files.writeString(
                folder.resolve("mailboxes.csv"), "EmailAddress,UserName,Password\nanna@new.example,anna,@store\n");
        assertThat(done()).contains(Step.LIST, Step.PASSWORDS);
    }

    @Test
    void aReportOfEachBatchIsLookedFor() throws Exception {
        ProjectInit.write(folder);
        assertThat(done()).doesNotContain(Step.PILOT_REPORT);
        Path report = Files.createDirectories(folder.resolve("reports/migration-20260101-000000"));
        Files.writeString(report.resolve("report.json"), "{}");
        assertThat(done()).contains(Step.PILOT_REPORT, Step.ALL_REPORTED);
        assertThat(Progress.newestReport(folder, "migration")).contains(report);
    }
}
