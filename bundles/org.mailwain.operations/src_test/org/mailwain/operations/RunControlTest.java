package org.mailwain.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.SignInChoice;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.engine.BatchJob;
import org.mailwain.engine.BatchOptions;
import org.mailwain.engine.Engine;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.operations.run.ControlSocket;
import org.mailwain.operations.run.LimitKey;
import org.mailwain.operations.run.LimitsChange;
import org.mailwain.operations.run.RunControl;
import org.mailwain.operations.run.RunFolder;
import org.mailwain.operations.run.RunLimits;

/** What goes through the control socket of a run, and what it changes there. */
class RunControlTest {
    @TempDir
    private Path folder;

    @Test
    void aRunTakesNewLimitsAndTellsWhatHolds() throws Exception {
        ImapSettings settings = ImapSettings.of("imap.example.org", Optional.empty(), Security.TLS);
        Endpoint endpoint = new Endpoint("old", "imap", settings, new EndpointLimits(20, 2, 0, 0));
        BatchWork work = Bench.work(folder, endpoint, SignInChoice.AS_USER, List.of(), Map.of());
        LimitsOperation limits = new LimitsOperation(folder, work.batch().name());
        assertThatThrownBy(limits::now).hasMessageContaining("operations.not-running");
        RunFolder run = RunFolder.of(folder, work.batch().name());
        Files.createDirectories(run.folder());
        CancelSource stop = new CancelSource();
        try (Engine engine = work.engine()) {
            BatchJob job = new BatchJob(
                    engine,
                    work.batch(),
                    work.logins(Cancel.NEVER),
                    null,
                    BatchOptions.all("test"),
                    Progress.SILENT,
                    Cancel.NEVER);
            RunControl control = new RunControl(engine, work.batch(), job, stop);
            try (ControlSocket socket = ControlSocket.open(run, control::answer)) {
                assertThat(socket).isNotNull();
                RunLimits before = limits.now();
                assertThat(before.mailboxes()).isEqualTo(work.batch().limits().mailboxes());
                assertThat(before.source().limits()).isEqualTo(endpoint.limits());
                RunLimits after = limits.change(new LimitsChange(Map.of(
                        LimitKey.MAILBOXES, 5L, LimitKey.SOURCE_CONNECTIONS, 8L, LimitKey.SOURCE_BYTES, 2_000_000L)));
                assertThat(after.mailboxes()).isEqualTo(5);
                assertThat(job.mailboxesAtOnce()).isEqualTo(5);
                assertThat(after.source().limits()).isEqualTo(new EndpointLimits(8, 2, 0, 2_000_000));
                assertThat(engine.endpoint(endpoint).limits())
                        .isEqualTo(after.source().limits());
                assertThat(limits.retry(Set.of())).isZero();
                assertThat(control.answer("limits mailboxes=0")).isEqualTo("unknown");
                assertThat(control.answer("limits mailboxes=5 rubbish=1")).isEqualTo("unknown");
                assertThat(control.answer("jump")).isEqualTo("unknown");
                assertThat(job.mailboxesAtOnce()).isEqualTo(5);
                assertThat(stop.requested()).isFalse();
                new StopOperation(folder, work.batch().name()).stop();
                assertThat(stop.requested()).isTrue();
            }
        }
    }

    @Test
    void aLimitHasARange() {
        for (LimitKey key : LimitKey.values()) {
            assertThat(key.allows(key.least())).isTrue();
            assertThat(key.allows(key.most())).isTrue();
            assertThatThrownBy(() -> new LimitsChange(Map.of(key, key.least() - 1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new LimitsChange(Map.of(key, key.most() + 1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
