package org.mailwain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final int AT_ONCE = 4;

    @TempDir
    private Path user;

    private Product product;

    @BeforeEach
    void find() {
        product = Product.startedBy(user);
    }

    @Test
    void answersTheFirstTimeAndAgain() throws Exception {
        for (int i = 0; i < 3; i++) {
            Product.Result version = product.run("--version");
            assertThat(version.exit()).as(version.output()).isZero();
            assertThat(version.output()).containsPattern("1\\.0\\.0");
        }
        assertThat(product.cache().resolve("start.log")).doesNotExist();
    }

    @Test
    void firstStartsAtOnceDoNotDisturbEachOther() throws Exception {
        List<Callable<Product.Result>> starts = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            starts.add(() -> product.run("--help"));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Product.Result> start : threads.invokeAll(starts)) {
                assertThat(start.get().exit()).as(start.get().output()).isZero();
            }
        }
        try (Stream<Path> entries = Files.list(product.cache())) {
            assertThat(entries.filter(entry -> entry.getFileName().toString().startsWith("cli-")))
                    .hasSize(1);
        }
    }

    @Test
    void makesAndChecksAProject() throws Exception {
        Path project = user.resolve("project");
        Product.Result init = product.run("init", project.toString());
        assertThat(init.exit()).as(init.output()).isZero();
        Product.Result check = product.run("check", "--project", project.toString());
        assertThat(check.exit()).as(check.output()).isLessThan(70);
        assertThat(check.output()).contains("batch");
        assertThat(product.cache().resolve("start.log")).doesNotExist();
    }

    /** Else a first command that fails would make all others slow, since it loads few classes. */
    @Test
    void theArchiveOfAStartThatCameToNothingIsMadeAnew() throws Exception {
        assertThat(product.run("check", "--project", user.resolve("nowhere").toString())
                        .exit())
                .isGreaterThan(1);
        Path poor = Files.copy(archive().toPath(), user.resolve("poor.jsa"));
        Path mark = product.cache().resolve(archive().getName() + ".poor");
        assertThat(mark).exists();
        product.run("init", user.resolve("project").toString());
        assertThat(product.run("check", "--project", user.resolve("project").toString())
                        .exit())
                .isLessThan(70);
        assertThat(mark).doesNotExist();
        assertThat(Files.mismatch(poor, archive().toPath())).isNotNegative();
    }

    private File archive() throws IOException {
        return archive("check");
    }

    private File archive(String kind) throws IOException {
        try (Stream<Path> entries = Files.list(product.cache())) {
            return entries.map(Path::toFile)
                    .filter(entry -> entry.getName().matches(kind + "-.*\\.jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aNewBuildLeavesNoArchiveOfTheOldOne() throws Exception {
        product.run("--version");
        File now = archive("help");
        Path cache = product.cache();
        Path earlier = Files.move(now.toPath(), cache.resolve(now.getName().replace("1.0.0.", "0.9.0.")));
        Path elsewhere = Files.writeString(cache.resolve("help-0.9.0.1-0-25.jsa"), "of another place");
        product.run("--version");
        assertThat(earlier).doesNotExist();
        assertThat(elsewhere).exists();
        assertThat(now).exists();
    }

    /** What Graph and its sign-in need is large, and paid for by those alone who have a Graph endpoint. */
    @Test
    void loadsNothingOfGraphUnlessAnEndpointIsOne() throws Exception {
        Path project = user.resolve("project");
        product.run("init", project.toString());
        assertThat(ofGraph("check", "--connect", "--project", project.toString()))
                .isEmpty();
        Files.writeString(
                project.resolve("mailboxes.csv"), "EmailAddress,UserName,Password\nanna@contoso.example,anna,x\n");
        Files.writeString(project.resolve("target.endpoint.yaml"), """
                kind: graph
                host: localhost
                port: 1
                signIn:
                  microsoft:
                    authority: https://localhost:1
                    tenant: contoso.example
                    clientId: 00000000-0000-0000-0000-000000000000
                    proof:
                      device-code: {}
                """);
        assertThat(ofGraph("check", "--connect", "--project", project.toString()))
                .isNotEmpty();
    }

    private List<String> ofGraph(String... arguments) throws Exception {
        return loaded(arguments).stream()
                .filter(line -> line.matches(".* (com\\.microsoft|okhttp3|okio|kotlin)\\..*"))
                .toList();
    }

    private List<String> loaded(String... arguments) throws Exception {
        Path log = user.resolve("classes.log");
        product.run(Map.of("MAILWAIN_OPTS", "-Xlog:class+load:file=" + log), List.of(), arguments);
        return Files.readAllLines(log);
    }

    /** Java archives no class of a loader other than its own whole: what bundles load would be read and linked each time. */
    @Test
    void aLaterStartTakesItsClassesFromTheArchive() throws Exception {
        Path project = user.resolve("project");
        product.run("init", project.toString());
        String[] check = {"check", "--project", project.toString()};
        product.run(check);
        List<String> ours = loaded(check).stream()
                .filter(line -> line.matches(".*\\] (org\\.(mailwain|eclipse|apache)|picocli)\\..*"))
                .toList();
        assertThat(ours).hasSizeGreaterThan(500);
        assertThat(ours.stream().filter(line -> !line.contains("shared objects file")))
                .hasSizeLessThan(ours.size() / 20);
    }

    @Test
    void leavesNothingBehindForAUserWithoutAHome() throws Exception {
        Path temporary = Files.createDirectory(user.resolve("tmp"));
        Product.Result version =
                product.run(Map.of("HOME", "/proc/none", "TMPDIR", temporary.toString()), List.of(), "--version");
        assertThat(version.exit()).as(version.output()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void writesNothingIntoTheInstallation() throws Exception {
        String before = listing();
        product.run("--version");
        product.run("--help");
        assertThat(listing()).isEqualTo(before);
    }

    private String listing() throws IOException {
        try (Stream<Path> files = Files.walk(product.folder())) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                all.append(file)
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            }
            return all.toString();
        }
    }
}
