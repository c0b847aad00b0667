package org.mailwain.presenters.reports;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;

/**
 * Writes a report with many items and works in it as its editor does. {@code main FOLDER MAILBOXES ITEMS}, items of each;
 * prints what was found, and how long it took.
 */
final class LargeReport {
    /** One in so many needs a person. */
    static final int BAD_EACH = 150;

    private static final int PAGES = 60;

    private LargeReport() {}

    static void write(Path folder, int mailboxes, int items) throws IOException {
        try (HandMadeReport report = new HandMadeReport(folder, mailboxes, (long) mailboxes * items)) {
            for (int m = 1; m <= mailboxes; m++) {
                try (HandMadeReport.Mailbox mailbox = report.mailbox("user" + m)) {
                    for (int i = 0; i < items; i++) {
                        mailbox.item(i < items / 2 ? "INBOX" : "Old", i, i % BAD_EACH == 7);
                    }
                }
            }
        }
    }

    public static void main(String[] arguments) throws IOException, FailureException {
        Path folder = Path.of(arguments[0]);
        long begun = System.nanoTime();
        write(folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        begun = tell("written", begun);
        OpenReport report = OpenReport.read(folder, Cancel.NEVER);
        begun = tell("opened " + report.mailboxes().size(), begun);
        begun = page(report, "all", ItemQuery.ALL, begun);
        begun = page(report, "persons", ItemQuery.ALL.ofKinds(ItemQuery.needingPerson()), begun);
        begun = page(report, "words", ItemQuery.ALL.with("subject"), begun);
        begun = page(report, "old", ItemQuery.ALL.at(report.mailboxes().size(), 1), begun);
        long most = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(LargeReport::peak)
                .sum();
        System.out.println("heap " + (most >> 20) + " MB at most");
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
    }

    /** Filters, and looks at pages from the first to the last. */
    private static long page(OpenReport report, String what, ItemQuery query, long begun) throws FailureException {
        ItemIndex index = ItemIndex.build(report, query, Cancel.NEVER);
        long filtered = tell("filtered " + what + " " + index.size(), begun);
        ItemPages pages = new ItemPages(report, index, Runnable::run, () -> {});
        long seen = 0;
        for (int i = 0; i < PAGES; i++) {
            long row = i * (index.size() - 1) / (PAGES - 1);
            pages.get(row); // reads its page
            seen += pages.get(row) == null ? 0 : 1;
        }
        return tell("paged " + what + " " + seen, filtered);
    }

    private static long tell(String what, long begun) {
        long now = System.nanoTime();
        System.out.println(what + " in " + Duration.ofNanos(now - begun).toMillis() + " ms");
        return now;
    }
}
