package org.mailwain.presenters.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.Report;
import org.mailwain.report.ReportFailure;
import org.mailwain.report.ReportReader;

/**
 * A report's folder that is open. Holds a line for each mailbox and the sheets of a few; items are read when they are
 * shown. Methods that read wait; thread-safe.
 */
public final class OpenReport {
    /** Mailboxes whose folders are kept at hand. */
    private static final int SHEETS = 16;

    private final Path folder;
    private final ReportReader reader;
    private final List<MailboxSummary> mailboxes;
    private final Map<Integer, MailboxSheet> sheets = new LinkedHashMap<>(SHEETS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, MailboxSheet> eldest) {
            return size() > SHEETS;
        }
    };

    private OpenReport(Path folder, ReportReader reader, List<MailboxSummary> mailboxes) {
        this.folder = folder;
        this.reader = reader;
        this.mailboxes = mailboxes;
    }

    /** @param folder of the report; may be one of another machine */
    public static OpenReport read(Path folder, Cancel cancel) throws FailureException {
        ReportReader reader = ReportReader.open(folder);
        List<MailboxSummary> mailboxes = new ArrayList<>();
        reader.mailboxes(sheet -> {
            mailboxes.add(MailboxSummary.of(sheet));
            return !cancel.requested();
        });
        if (cancel.requested()) {
            throw new CancelledException();
        }
        return new OpenReport(folder, reader, List.copyOf(mailboxes));
    }

    public Path folder() {
        return folder;
    }

    /** The project that the report was written in; it holds the originals, where it is there at all. */
    public Path project() {
        Path absolute = folder.toAbsolutePath().normalize();
        Path reports = absolute.getParent();
        return reports == null || reports.getParent() == null ? absolute : reports.getParent();
    }

    public Report report() {
        return reader.report();
    }

    /** In the order of the batch. */
    public List<MailboxSummary> mailboxes() {
        return mailboxes;
    }

    ReportReader reader() {
        return reader;
    }

    /** Takes sheets as they are read. */
    @FunctionalInterface
    interface SheetSink {
        void sheet(MailboxSheet sheet) throws FailureException;
    }

    /** The sheets of all mailboxes, one after the other, in one reading of the file. */
    void sheets(SheetSink sink) throws FailureException {
        FailureException[] failure = new FailureException[1];
        reader.mailboxes(sheet -> {
            try {
                sink.sheet(sheet);
                return true;
            } catch (FailureException e) {
                failure[0] = e;
                return false;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    /** @param number from 1 */
    public MailboxSheet sheet(int number) throws FailureException {
        synchronized (sheets) {
            MailboxSheet kept = sheets.get(number);
            if (kept != null) {
                return kept;
            }
        }
        MailboxSheet read = reader.mailbox(number)
                .orElseThrow(() -> ReportFailure.DAMAGED.raise("report.json", "mailbox " + number, "missing"));
        synchronized (sheets) {
            sheets.put(number, read);
        }
        return read;
    }
}
