package org.mailwain.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product as it was built for this machine, with a cache and a home of the test's own. */
final class Product {
    private static final long MOST_MINUTES = 3;

    private final Path folder;
    private final Path user;

    private Product(Path folder, Path user) {
        this.folder = folder;
        this.user = user;
    }

    /** What a call came to; both streams in one. */
    record Result(int exit, String output) {}

    /** @param user becomes the home of the user who starts it */
    static Product startedBy(Path user) {
        return new Product(built(), user);
    }

    private static Path built() {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        Path folder = Repository.top()
                .resolve("product/target/products/org.mailwain.product/linux/gtk")
                .resolve(architecture)
                .resolve("mailwain");
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("no product in " + folder);
        }
        return folder;
    }

    Path folder() {
        return folder;
    }

    Path cache() {
        return user.resolve(".cache/mailwain");
    }

    Path settings() {
        return user.resolve(".mailwain/workbench");
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), List.of(), arguments);
    }

    /**
     * Runs to the end.
     *
     * @param environment in addition to that of the test
     * @param before a program that starts the product, with its arguments; empty for none
     */
    Result run(Map<String, String> environment, List<String> before, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(before);
        line.add(folder.resolve("mailwain").toString());
        line.addAll(Arrays.asList(arguments));
        Path output = Files.createTempFile(user, "product", ".out");
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().put("HOME", user.toString());
        builder.environment().keySet().removeAll(List.of("XDG_CACHE_HOME", "MAILWAIN_OPTS", "MAILWAIN_HEAP"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("no end: " + line + "\n" + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output));
    }
}
