package org.mailwain.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built product's command line, as a process of its own. */
final class Mailwain {
    private static final long MOST_MINUTES = 10;
    private static final Path SCRIPT = script();
    /** A shell's background jobs ignore Ctrl-C, and so would what they start: a person's terminal does not. */
    private static final String AS_IN_A_TERMINAL =
            "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])";

    private Mailwain() {}

    /** What a call came to. */
    record Result(int exit, String output) {
        boolean good() {
            return exit == 0;
        }
    }

    private static Path script() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path products = at.resolve("product/target/products/org.mailwain.product/linux/gtk");
            String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
            Path script = products.resolve(arch).resolve("mailwain/mailwain");
            if (Files.isExecutable(script)) {
                return script;
            }
        }
        throw new IllegalStateException("the product is not built");
    }

    /** Runs to the end; its output, both streams in one. */
    static Result call(Path project, String... arguments) throws IOException, InterruptedException {
        return call(project, Map.of(), arguments);
    }

    static Result call(Path project, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return call(SCRIPT, project, environment, arguments);
    }

    /** The start script that was built here. */
    static Path built() {
        return SCRIPT;
    }

    /** As the others, with the start script of some installation. */
    static Result call(Path script, Path project, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("mailwain", ".out");
        Process process = start(script, project, environment, output, arguments);
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            kill(process);
            throw new AssertionError("no end after " + MOST_MINUTES + " minutes: " + Files.readString(output));
        }
        String text = Files.readString(output);
        Files.delete(output);
        return new Result(process.exitValue(), text);
    }

    static Process start(Path project, Map<String, String> environment, Path output, String... arguments)
            throws IOException {
        return start(SCRIPT, project, environment, output, arguments);
    }

    private static Process start(
            Path script, Path project, Map<String, String> environment, Path output, String... arguments)
            throws IOException {
        ProcessBuilder builder =
                builder(script, project, arguments).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static ProcessBuilder builder(Path script, Path project, String... arguments) {
        List<String> line = new ArrayList<>(List.of("python3", "-c", AS_IN_A_TERMINAL, script.toString()));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--project", project.toString()));
        return new ProcessBuilder(line)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    }

    /** A server that no real one can be had of; says in JSON what it is, and at an interrupt what it gave out. */
    static Process simulator(Path project, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("simulator"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--port", "0", "--json"));
        return builder(SCRIPT, project, line.toArray(String[]::new))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** {@code kill -9} for the process and what it started. */
    static void kill(Process process) throws InterruptedException {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly().waitFor();
    }

    /** As a terminal's Ctrl-C does. */
    static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
