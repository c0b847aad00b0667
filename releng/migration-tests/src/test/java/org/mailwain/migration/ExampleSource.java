package org.mailwain.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The source of the guide, built as a reader of the guide would build it: elsewhere, with plain Maven and the SDK. */
final class ExampleSource {
    private static final long MOST_MINUTES = 10;
    private static final String JAR = "target/org.example.source.maildir-1.0.0.jar";

    private ExampleSource() {}

    /**
     * @param folder takes a copy of the example, and what Maven fetches for it; what this machine has is not fetched
     * @return the jar
     */
    static Path built(Path folder) throws IOException, InterruptedException {
        Path top = top();
        Path sdk = top.resolve("releng/sdk/target/mailwain-sdk");
        Path copy = folder.resolve("my-source");
        try (Stream<Path> files = Files.walk(sdk.resolve("example-source"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        copy.resolve(
                                sdk.resolve("example-source").relativize(file).toString()));
            }
        }
        Path output = folder.resolve("maven.out");
        Process maven = new ProcessBuilder(
                        top.resolve("mvnw").toString(),
                        "-B",
                        "-ntp",
                        "-f",
                        copy.resolve("pom.xml").toString(),
                        "-Dsdk=" + sdk,
                        "-Dmaven.repo.local=" + folder.resolve("repository"),
                        "-Dmaven.repo.local.tail=" + repository(),
                        "package")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!maven.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || maven.exitValue() != 0) {
            Mailwain.kill(maven);
            throw new AssertionError(Files.readString(output));
        }
        return copy.resolve(JAR);
    }

    private static Path top() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new IllegalStateException("no mvnw above " + Path.of("").toAbsolutePath());
    }

    /** What this build has fetched already; Surefire says where that is. */
    private static Path repository() {
        return Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
    }
}
