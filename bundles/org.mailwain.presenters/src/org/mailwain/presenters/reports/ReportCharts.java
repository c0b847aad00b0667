package org.mailwain.presenters.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.report.FolderSheet;
import org.mailwain.report.MailboxSheet;

/** What the charts of a report show. Reads; waits. Holds no more than it returns. */
public final class ReportCharts {
    /** Bars of a chart; what is smaller is left out. */
    public static final int BARS = 12;

    private static final int STEPS = 60;

    private final OpenReport report;
    private final int mailbox;

    /** @param mailbox number of the one that is shown, 0 for all */
    public ReportCharts(OpenReport report, int mailbox) {
        this.report = report;
        this.mailbox = mailbox;
    }

    /** One bar, or one point of a line. */
    public record Bar(String label, double value) {}

    /**
     * All charts of a place.
     *
     * @param folders the largest by bytes that were copied
     * @param outcomes items by outcome, those that came up
     * @param rate items a minute over time, each folder's spread evenly between its first and its last copy
     * @param years listed items by the year in which they were received
     */
    public record Data(List<Bar> folders, Map<ItemOutcome, Long> outcomes, List<Bar> rate, List<Bar> years) {}

    public Data read(ItemIndex index, Cancel cancel) throws FailureException {
        Map<String, Long> folders = new LinkedHashMap<>();
        List<FolderSheet> sheets = new ArrayList<>();
        FolderCounts sum = FolderCounts.NOTHING;
        for (MailboxSheet sheet : sheets(cancel)) {
            for (FolderSheet folder : sheet.folders()) {
                folders.merge(folder.source().toString(), folder.counts().bytes(), Long::sum);
                if (folder.firstCopied() != null && folder.lastCopied() != null) {
                    sheets.add(folder);
                }
            }
            sum = sum.plus(sheet.figures().counts());
        }
        return new Data(largest(folders), outcomes(sum), rate(sheets), years(index, cancel));
    }

    private List<MailboxSheet> sheets(Cancel cancel) throws FailureException {
        if (mailbox > 0) {
            return List.of(report.sheet(mailbox));
        }
        List<MailboxSheet> all = new ArrayList<>();
        report.reader().mailboxes(sheet -> {
            all.add(sheet);
            return !cancel.requested();
        });
        cancel.check();
        return all;
    }

    private static List<Bar> largest(Map<String, Long> folders) {
        return folders.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(BARS)
                .map(entry -> new Bar(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<ItemOutcome, Long> outcomes(FolderCounts counts) {
        Map<ItemOutcome, Long> outcomes = new LinkedHashMap<>();
        for (ItemOutcome outcome : ItemOutcome.values()) {
            if (counts.of(outcome) > 0) {
                outcomes.put(outcome, counts.of(outcome));
            }
        }
        return outcomes;
    }

    static List<Bar> rate(List<FolderSheet> sheets) {
        Instant first = sheets.stream()
                .map(FolderSheet::firstCopied)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Instant last = sheets.stream()
                .map(FolderSheet::lastCopied)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (first == null || !last.isAfter(first)) {
            return List.of();
        }
        double step = Duration.between(first, last).toMillis() / (double) STEPS;
        double[] items = new double[STEPS];
        for (FolderSheet sheet : sheets) {
            spread(
                    items,
                    Duration.between(first, sheet.firstCopied()).toMillis() / step,
                    Duration.between(first, sheet.lastCopied()).toMillis() / step,
                    sheet.counts().of(ItemOutcome.COPIED));
        }
        List<Bar> rate = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            rate.add(new Bar(String.valueOf(Math.round((i + 0.5) * step / 1000)), items[i] / step * 60_000));
        }
        return rate;
    }

    /** Items between two places, evenly over the steps that these touch. */
    private static void spread(double[] steps, double from, double to, long items) {
        int begin = (int) Math.clamp((long) from, 0, steps.length - 1L);
        int end = (int) Math.clamp((long) to, begin, steps.length - 1L);
        for (int i = begin; i <= end; i++) {
            double touched = Math.min(to, i + 1.0) - Math.max(from, i);
            steps[i] += to > from ? items * Math.max(0, touched) / (to - from) : items;
        }
    }

    private List<Bar> years(ItemIndex index, Cancel cancel) throws FailureException {
        TreeMap<Integer, Long> years = new TreeMap<>();
        ItemPages pages = new ItemPages(report, index, Runnable::run, () -> {});
        int step = MailboxSheet.ItemsFile.STEP;
        for (long at = 0; at < index.size(); at += step) {
            cancel.check();
            for (ItemPages.ListedItem listed : pages.items(at, (int) Math.min(step, index.size() - at))) {
                Instant received = listed.item().received();
                if (received != null) {
                    years.merge(received.atZone(ZoneId.systemDefault()).getYear(), 1L, Long::sum);
                }
            }
        }
        return years.entrySet().stream()
                .map(entry -> new Bar(entry.getKey().toString(), entry.getValue()))
                .toList();
    }
}
