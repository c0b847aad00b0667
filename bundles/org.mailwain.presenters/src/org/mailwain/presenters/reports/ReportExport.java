package org.mailwain.presenters.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.report.ReportFailure;

/** Hands the files of a report on, in the form that somebody wants. Waits. */
public final class ReportExport {
    /** A form and its files in the report's folder; no file means the whole folder, which HTML needs. */
    public enum Form {
        HTML(),
        CSV("mailboxes.csv", "folders.csv", "items.csv"),
        JSON("report.json"),
        PDF("summary.pdf");

        private final List<String> files;

        Form(String... files) {
            this.files = List.of(files);
        }

        /** Whether one file is written, so that a name for it is asked for; else a folder. */
        public boolean isOneFile() {
            return files.size() == 1;
        }

        public List<String> files() {
            return files;
        }
    }

    private ReportExport() {}

    /**
     * @param place the file, or the folder into which the files go; a folder that is there must be empty
     * @throws FailureException {@link ReportFailure}: taken, read, write; or cancelled
     */
    public static void write(OpenReport report, Form form, Path place, Cancel cancel) throws FailureException {
        try {
            if (form.isOneFile()) {
                Files.copy(report.folder().resolve(form.files().getFirst()), place);
                return;
            }
            if (Files.exists(place) && !isEmpty(place)) {
                throw ReportFailure.TAKEN.raise(place.toString());
            }
            Files.createDirectories(place);
            if (form.files().isEmpty()) {
                copyTree(report.folder(), place, cancel);
            } else {
                for (String file : form.files()) {
                    Files.copy(report.folder().resolve(file), place.resolve(file));
                }
            }
        } catch (IOException e) {
            throw new FailureException(ReportFailure.WRITE.with(place.toString(), e.toString()), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> there = Files.list(folder)) {
            return there.findAny().isEmpty();
        }
    }

    private static void copyTree(Path from, Path to, Cancel cancel) throws IOException, FailureException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.filter(path -> !path.equals(from)).toList();
        }
        for (Path each : all) {
            cancel.check();
            Path copy = to.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(each, copy);
            }
        }
    }
}
