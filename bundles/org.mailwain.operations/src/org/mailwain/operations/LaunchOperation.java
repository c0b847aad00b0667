package org.mailwain.operations;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.operations.run.RunFolder;

/**
 * Starts the run of a batch as a process of its own, which goes on when ours ends, however it ends. The master password
 * goes through its standard input and nowhere else.
 */
public final class LaunchOperation {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50;
    private static final int SAID = 2000;
    /** Exit codes of a run that took place: all is well, items failed, stopped. */
    private static final List<Integer> TOOK_PLACE = List.of(0, 1, 6);

    /** Makes a process a child of nobody's terminal, so that what ends that does not end the run. */
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Path launcher;
    private final Order order;
    private final CredentialStore store;
    private final Duration patience;

    /**
     * @param project the project's folder
     * @param mailboxes names of those to work on, all where empty
     */
    public record Order(Path project, String batch, List<String> mailboxes, boolean retryFailed) {
        public Order {
            mailboxes = List.copyOf(mailboxes);
        }
    }

    /** @param launcher the start script of the product */
    public LaunchOperation(Path launcher, Order order, CredentialStore store) {
        this(launcher, order, store, PATIENCE);
    }

    LaunchOperation(Path launcher, Order order, CredentialStore store, Duration patience) {
        this.launcher = launcher;
        this.order = order;
        this.store = store;
        this.patience = patience;
    }

    /**
     * Returns once the run holds the batch, or has already ended well.
     *
     * @param cancel ends the waiting, not the run
     * @throws FailureException {@link OperationFailure#LAUNCH} with what the process said, {@link
     *     OperationFailure#LAUNCH_SLOW}, or where the credential store does not open
     */
    public void launch(Cancel cancel) throws FailureException {
        RunFolder run = RunFolder.of(order.project(), order.batch());
        if (run.holder().isPresent()) {
            throw OperationFailure.LOCKED.raise(
                    order.batch(), run.holder().get().toString());
        }
        Optional<Secret> secret = store.handover();
        run.make();
        try {
            Process process = start(run, secret);
            await(process, run, cancel);
        } catch (IOException e) {
            throw new FailureException(OperationFailure.LAUNCH.with(order.batch(), e.getMessage()), e);
        }
    }

    private Process start(RunFolder run, Optional<Secret> secret) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.directory(order.project().toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        if (secret.isPresent()) {
            environment.remove("MAILWAIN_MASTER_PASSWORD");
            environment.put("MAILWAIN_MASTER_PASSWORD_FILE", "-");
        }
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(new File(run.console().toString()));
        Process process = builder.start();
        try (OutputStream input = process.getOutputStream()) {
            if (secret.isPresent()) {
                byte[] line = secret.get().utf8();
                input.write(line);
                input.write('\n');
                Arrays.fill(line, (byte) 0);
            }
        } catch (IOException ended) {
            // it reads no password where it has ended; why says its exit
        }
        return process;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(List.of(
                launcher.toString(),
                "run",
                order.batch(),
                "--project",
                order.project().toString()));
        order.mailboxes().forEach(mailbox -> command.addAll(List.of("--mailbox", mailbox)));
        if (order.retryFailed()) {
            command.add("--retry-failed");
        }
        return command;
    }

    private void await(Process process, RunFolder run, Cancel cancel) throws IOException, FailureException {
        Instant latest = Instant.now().plus(patience);
        try {
            while (run.holder().isEmpty()) {
                if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    ended(process.exitValue(), run);
                    return;
                }
                cancel.check();
                if (Instant.now().isAfter(latest)) {
                    throw OperationFailure.LAUNCH_SLOW.raise(order.batch(), patience);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private void ended(int code, RunFolder run) throws IOException, FailureException {
        if (!TOOK_PLACE.contains(code)) {
            String said =
                    Files.readString(run.console(), StandardCharsets.UTF_8).strip();
            String end = said.substring(Math.max(0, said.length() - SAID));
            throw OperationFailure.LAUNCH.raise(order.batch(), end.isEmpty() ? "exit code " + code : end);
        }
    }
}
