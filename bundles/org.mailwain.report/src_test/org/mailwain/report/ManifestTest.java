package org.mailwain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.report.Manifest.Difference;
import org.mailwain.report.Manifest.Finding;
import org.mailwain.report.fixture.Samples;

class ManifestTest {
    @TempDir
    Path top;

    private Path folder;

    @BeforeEach
    void write() throws Exception {
        folder = Samples.write(Samples.rich(), top.resolve("report"));
    }

    @Test
    void aReportAsWrittenIsUnaltered() throws Exception {
        Manifest.Findings findings = Manifest.verify(folder, Cancel.NEVER);
        assertThat(findings.unaltered()).isTrue();
        assertThat(findings.files()).isEqualTo(11);
        Files.writeString(folder.resolve(Manifest.SIGNATURE), "detached");
        assertThat(Manifest.verify(folder, Cancel.NEVER).unaltered()).isTrue();
    }

    @Test
    void findsWhatWasChangedAddedAndTakenAway() throws Exception {
        Path index = folder.resolve("index.html");
        byte[] bytes = Files.readAllBytes(index);
        bytes[bytes.length / 2] ^= 1;
        Files.write(index, bytes);
        Files.delete(folder.resolve("items.csv"));
        Files.writeString(folder.resolve("items/more.ndjson"), "");
        Files.writeString(folder.resolve("report.json"), " ", java.nio.file.StandardOpenOption.APPEND);
        assertThat(Manifest.verify(folder, Cancel.NEVER).differences())
                .containsExactlyInAnyOrder(
                        new Finding("index.html", Difference.CHANGED),
                        new Finding("items.csv", Difference.MISSING),
                        new Finding("items/more.ndjson", Difference.ADDED),
                        new Finding("report.json", Difference.CHANGED));
    }

    @Test
    void aManifestThatPointsOutsideIsDamaged() throws Exception {
        Path manifest = folder.resolve(Manifest.FILE);
        Files.writeString(manifest, Files.readString(manifest).replace("index.html", "../outside"));
        assertThatThrownBy(() -> Manifest.verify(folder, Cancel.NEVER))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("report.damaged");
        Files.delete(manifest);
        assertThatThrownBy(() -> Manifest.verify(folder, Cancel.NEVER)).hasMessageContaining("report.not-a-report");
    }

    @Test
    void canBeCancelled() {
        CancelSource cancel = new CancelSource();
        cancel.request();
        assertThatThrownBy(() -> Manifest.verify(folder, cancel)).isInstanceOf(CancelledException.class);
    }
}
