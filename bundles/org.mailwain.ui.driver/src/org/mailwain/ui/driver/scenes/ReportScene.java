package org.mailwain.ui.driver.scenes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Control;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/**
 * A report that another machine wrote: opened where there is no project, looked through, handed on in each form, and one
 * that was damaged on the way. A system property names a folder that has a report somewhere in it.
 */
public final class ReportScene implements Scene {
    private static final String EXPORT = "org.mailwain.ui.reports.export";
    private static final String REPORT = "report.json";
    private static final int OK = 0;

    @Override
    public String name() {
        return "report-elsewhere";
    }

    @Override
    public boolean isPictured() {
        return false;
    }

    @Override
    public void play(Driver driver) throws Exception {
        Path folder = Path.of(System.getProperty("mailwain.scene.folder"));
        Path place = Files.createDirectories(folder.resolve("other machine"));
        Path report = copy(written(folder), place.resolve("report"));
        open(driver, report);
        driver.waitForLabel("report.verdict", "\u2713 Complete");
        look(driver);
        export(driver, place);
        damage(driver, copy(report, place.resolve("damaged")));
    }

    private static Path written(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.endsWith(REPORT))
                    .map(Path::getParent)
                    .max(Path::compareTo)
                    .orElseThrow(() -> new AssertionError("no report in " + folder));
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
        return to;
    }

    private static void open(Driver driver, Path report) {
        driver.workbench().command("org.mailwain.ui.reports.open", Map.of("folder", report.toString()));
    }

    private static void look(Driver driver) throws IOException {
        driver.tab("report.tabs", 1);
        driver.find(Control.class, "report.details.facts");
        driver.picture("report-elsewhere-items");
        // nothing is listed in it that needs a person, and nothing is drawn of nothing
        driver.tab("report.tabs", 3);
        driver.settle();
        driver.picture("report-elsewhere-charts");
        driver.tab("report.tabs", 0);
    }

    private static void export(Driver driver, Path place) throws IOException {
        for (String form : List.of("HTML", "CSV", "JSON", "PDF")) {
            export(driver, form, place.resolve(form), "Written: " + place.resolve(form));
        }
        require("the pages", Files.readString(place.resolve("HTML/index.html")).startsWith("<!DOCTYPE html>"));
        require("all of the report", Files.exists(place.resolve("HTML").resolve(REPORT)));
        require("a table", Files.readString(place.resolve("CSV/mailboxes.csv")).contains("u0001@example.org"));
        require("a record", Files.readString(place.resolve("JSON")).startsWith("{"));
        byte[] pdf = Files.readAllBytes(place.resolve("PDF"));
        require("a page", new String(Arrays.copyOf(pdf, 5), StandardCharsets.US_ASCII).equals("%PDF-"));
        driver.picture("report-elsewhere");
        export(driver, "CSV", place.resolve("CSV"), place.resolve("CSV").toString());
    }

    private static void export(Driver driver, String form, Path to, String said) {
        driver.workbench().command(EXPORT, Map.of("form", form, "place", to.toString()));
        driver.waitForWords(said);
        driver.wizard().answer(OK);
    }

    private static void damage(Driver driver, Path report) throws IOException {
        byte[] whole = Files.readAllBytes(report.resolve(REPORT));
        Files.write(report.resolve(REPORT), Arrays.copyOf(whole, whole.length / 2));
        open(driver, report);
        driver.waitForWords(REPORT);
        driver.picture("report-damaged");
        driver.wizard().answer(OK);
    }

    private static void require(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError(what + " should have been exported");
        }
    }
}
