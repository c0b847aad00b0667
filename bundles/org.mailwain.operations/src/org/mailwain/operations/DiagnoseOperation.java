package org.mailwain.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mailwain.api.failure.FailureException;

/**
 * Collects what a support person needs in one file: versions, the project's settings, logs and events of runs. What
 * holds passwords or people's data stays out: mailbox lists are told by their headings and number of rows alone, the
 * ledger, originals and the credential store are not read.
 */
public final class DiagnoseOperation {
    private static final long MOST_OF_A_LOG = 20_000_000;
    private static final List<String> SETTINGS = List.of(".endpoint.yaml", ".batch.yaml", ".foldermap.yaml");

    private final Services services;
    private final Path project;
    private final String version;

    public DiagnoseOperation(Services services, Path project, String version) {
        this.services = services;
        this.project = project;
        this.version = version;
    }

    /** @param file is made new; an existing one is replaced */
    public void write(Path file) throws FailureException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "versions.txt", versions());
            try (Stream<Path> files = Files.list(project)) {
                for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
                    projectFile(zip, one);
                }
            }
            logs(zip, project.resolve(BatchWork.HIDDEN).resolve("run"));
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(file, e), e);
        }
    }

    private static void projectFile(ZipOutputStream zip, Path file) throws IOException {
        String name = file.getFileName().toString();
        if (SETTINGS.stream().anyMatch(name::endsWith)) {
            entry(zip, "settings/" + name, Files.readString(file));
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                entry(zip, "settings/" + name + ".txt", lines.count() + " lines, " + Files.size(file) + " bytes\n");
            }
        }
    }

    private static void logs(ZipOutputStream zip, Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return;
        }
        try (Stream<Path> files = Files.walk(runs, 2)) {
            for (Path file : files.filter(DiagnoseOperation::isLog).sorted().toList()) {
                zip.putNextEntry(
                        new ZipEntry("run/" + runs.relativize(file).toString().replace('\\', '/')));
                try (var in = Files.newInputStream(file)) {
                    in.skipNBytes(Math.max(0, Files.size(file) - MOST_OF_A_LOG));
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static boolean isLog(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".ndjson") || name.contains(".log"));
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String versions() {
        StringJoiner text = new StringJoiner("\n", "", "\n");
        text.add("mailwain " + version);
        for (String property : List.of(
                "java.version", "java.vendor", "java.vm.name", "os.name", "os.version", "os.arch", "file.encoding")) {
            text.add(property + " " + System.getProperty(property));
        }
        text.add("processors " + Runtime.getRuntime().availableProcessors());
        text.add("heap " + Runtime.getRuntime().maxMemory());
        text.add("sources " + services.sources().keySet().stream().sorted().toList());
        text.add("targets " + services.targets().keySet().stream().sorted().toList());
        return text.toString();
    }
}
