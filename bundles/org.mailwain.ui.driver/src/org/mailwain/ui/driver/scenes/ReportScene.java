package org.mailwain.ui.driver.scenes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/**
 * A report that another machine wrote: opened where there is no project, looked through, handed on in each form, and one
 * that was damaged on the way. A system property names a folder that has a report somewhere in it.
 */
public final class ReportScene implements Scene {
    private static final String OPEN = "org.mailwain.ui.reports.open";
    private static final String EXPORT = "org.mailwain.ui.reports.export";
    private static final String REPORT = "report.json";
    private static final int OK = 0;
    private static final int ROW_X = 60;
    private static final int ROW_Y = 30;
    /** Of an item that was repaired: the parts of its details, and what stands in each. */
    private static final List<String[]> DETAILS = List.of(
            new String[] {"report.details.facts", "header-8bit"},
            new String[] {"report.details.headers", "Subject: Gr\u00FC\u00DFe"},
            new String[] {"report.details.original", "Hello."},
            new String[] {"report.details.repair", "+ Subject: =?UTF-8?"});

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
        item(driver, place.resolve("firm"));
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
        driver.workbench().commandThatOpens(OPEN, Map.of("folder", report.toString()));
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
        driver.workbench().command(OPEN, Map.of("folder", report.toString()));
        driver.waitForWords(REPORT);
        driver.picture("report-damaged");
        driver.wizard().answer(OK);
    }

    /** One message that was repaired: what is known of it, as it came, and what was changed. */
    private static void item(Driver driver, Path firm) throws IOException {
        open(driver, repaired(firm));
        driver.workbench().waitForEditor("Report kim");
        driver.waitForLabel("report.verdict", "\u2713 Complete");
        driver.tab("report.tabs", 1);
        driver.waitForLabel("report.count", ": 1");
        driver.mouse().click("report.items", ROW_X, ROW_Y);
        for (int i = 0; i < DETAILS.size(); i++) {
            String[] expected = DETAILS.get(i);
            driver.tab("report.details", i);
            StyledText text = driver.find(StyledText.class, expected[0]);
            driver.waitFor(
                    expected[1] + " in " + expected[0], () -> text.getText().contains(expected[1]));
            driver.picture(expected[0].replace('.', '-'));
        }
    }

    /** In a project's folder that has nothing but a report and an original. */
    private static Path repaired(Path firm) throws IOException {
        Path report = firm.resolve("reports/kim");
        Files.createDirectories(report.resolve("items"));
        Files.createDirectories(firm.resolve("originals"));
        Files.write(
                firm.resolve("originals/7.eml"),
                "From: kim@firm.example\r\nSubject: Gr\u00FC\u00DFe\r\n\r\nHello.\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        Files.writeString(report.resolve("items/1-kim.ndjson"), """
                {"folder":"INBOX","target":"INBOX","id":"7","targetId":"1","outcome":"copied","marks":["repaired"],"size":60,\
                "attempts":1,"subject":"Gr\u00FC\u00DFe","sender":"kim@firm.example","original":"originals/7.eml","repair":"header-8bit"}
                """);
        String figures = """
                "figures":{"verdict":"complete","listed":1,"outcomes":{"copied":1},"bytes":60,"left":0,"targetsNotLookedAt":0,\
                "target":{"ours":1,"alreadyThere":0,"notOurs":0},"needPerson":0,"noted":{"repaired":1},"folders":{"balanced":1}}""";
        Files.writeString(report.resolve(REPORT), """
                {"format":"mailwain-report","version":1,"batch":"kim","state":"Synced","written":"2026-03-02T08:30:00Z",
                "language":"en","product":"Mailwain","versions":[],"source":{"name":"a","address":"a:993"},
                "target":{"name":"b","address":"b:993"},%1$s,"mailboxCount":1,"states":{"Synced":1},
                "verdicts":{"complete":1},"causes":[],"mailboxes":[
                {"number":1,"label":"kim","sourceEndpoint":"a:993","sourceMailbox":"kim","targetEndpoint":"b:993",
                "targetMailbox":"kim","state":"Synced","since":"2026-03-02T08:00:00Z","passes":1,"page":"p.html",%1$s,"causes":[],
                "items":{"file":"items/1-kim.ndjson","count":1,"step":1000,"offsets":[0]},
                "folders":[{"source":"INBOX","target":"INBOX","balance":"balanced","listed":1,"outcomes":{"copied":1},"bytes":60,
                "left":0,"noted":{"repaired":1},"firstItem":0,"items":1}],"targets":[]}
                ]}
                """.formatted(figures));
        return report;
    }

    private static void require(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError(what + " should have been exported");
        }
    }
}
