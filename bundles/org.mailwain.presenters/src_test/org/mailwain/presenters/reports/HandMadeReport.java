package org.mailwain.presenters.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A report as files of another machine, written by hand, so that only the format counts; holds nothing of its items. */
final class HandMadeReport implements AutoCloseable {
    private static final int STEP = 1000;

    private static final String HEAD = """
            {"format":"mailwain-report","version":1,"batch":"staff","state":"SyncedwithErrors",
            "written":"2026-03-02T08:30:00Z","language":"en","product":"Mailwain","versions":[],
            "source":{"name":"a","address":"a:993"},"target":{"name":"b","address":"b:993"},
            "figures":{"verdict":"notBalanced","listed":%1$d,"outcomes":{"skippedByRule":%1$d},"bytes":0,"left":0,
            "targetsNotLookedAt":0,"target":{"ours":0,"alreadyThere":0,"notOurs":0},"needPerson":7,"noted":{"failed":7,"skippedByRule":%1$d},"folders":{"balanced":2,"notBalanced":1}},
            "mailboxCount":%2$d,"states":{"Synced":%2$d},"verdicts":{"notBalanced":1,"completeWithItems":1},"causes":[],
            "mailboxes":[
            """;

    private final Path folder;
    private final BufferedWriter report;
    private int number;

    HandMadeReport(Path folder, int mailboxes, long items) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("items"));
        report = Files.newBufferedWriter(folder.resolve("report.json"));
        report.write(HEAD.formatted(items, mailboxes));
    }

    /** The next mailbox; it is written when it is closed. */
    Mailbox mailbox(String label) throws IOException {
        number++;
        return new Mailbox(label);
    }

    @Override
    public void close() throws IOException {
        report.write("\n]}\n");
        report.close();
    }

    /** One mailbox; its items come folder by folder. */
    final class Mailbox implements AutoCloseable {
        private final String label;
        private final BufferedWriter items;
        private final List<Long> offsets = new ArrayList<>();
        private final List<String> folders = new ArrayList<>();
        private long bytes;
        private int count;
        private String open;
        private int first;
        private int failed;

        private Mailbox(String label) throws IOException {
            this.label = label;
            items = Files.newBufferedWriter(folder.resolve("items/%d-%s.ndjson".formatted(number, label)));
        }

        void item(String name, int id, boolean bad) throws IOException {
            if (!name.equals(open)) {
                closeFolder();
                open = name;
                first = count;
                failed = 0;
            }
            if (count % STEP == 0) {
                offsets.add(bytes);
            }
            String line = """
                    {"folder":"%s","target":"%1$s","id":"%d","outcome":"%s","size":10,"attempts":1,"subject":"Subject %2$d",\
                    "received":"20%02d-02-03T09:11:13Z"}
                    """.formatted(name, id, bad ? "failed" : "skippedByRule", id % 20);
            items.write(line);
            bytes += line.getBytes(StandardCharsets.UTF_8).length;
            count++;
            failed += bad ? 1 : 0;
        }

        private void closeFolder() {
            if (open != null) {
                int size = count - first;
                folders.add("""
                        {"source":"%s","target":"%1$s","balance":"%s","listed":%d,"outcomes":{"failed":%d},"bytes":0,"left":0,
                        "noted":{"failed":%4$d,"skippedByRule":%d},"firstItem":%d,"items":%3$d}""".formatted(
                                open,
                                open.equals("Old") ? "notBalanced" : "balanced",
                                size,
                                failed,
                                size - failed,
                                first)
                        .replace("\n", ""));
            }
        }

        @Override
        public void close() throws IOException {
            closeFolder();
            items.close();
            report.write(number == 1 ? "" : ",\n");
            report.write("""
                    {"number":%d,"label":"%s","sourceEndpoint":"a:993","sourceMailbox":"%2$s","targetEndpoint":"b:993",
                    "targetMailbox":"%2$s","state":"Synced","since":"2026-03-02T08:00:00Z","passes":1,"page":"p.html",
                    "figures":{"verdict":"completeWithItems","listed":%d,"outcomes":{"failed":1},"bytes":0,"left":0,
                    "noted":{"failed":1,"skippedByRule":1},"targetsNotLookedAt":0,"target":{"ours":0,"alreadyThere":0,"notOurs":0},"needPerson":1,"folders":{}},"causes":[],
                    "items":{"file":"items/%1$d-%2$s.ndjson","count":%3$d,"step":%d,"offsets":%s},
                    "folders":[%s],"targets":[]}""".formatted(number, label, count, STEP, offsets, String.join(",", folders))
                    .replace("\n", ""));
        }
    }
}
