package org.mailwain.report.internal.html;

import java.time.Instant;
import org.mailwain.report.BatchInfo;
import org.mailwain.report.internal.file.ReportFolder;
import org.mailwain.report.internal.text.Words;

/** The HTML side of one report. */
public final class Pages {
    private final Words words;
    private final BatchInfo info;
    private final String batch;
    private final Page page;
    private final ReportFolder out;

    public Pages(Words words, BatchInfo info, String batch, Instant written, ReportFolder out) {
        this.words = words;
        this.info = info;
        this.batch = batch;
        this.page = new Page(words, info, written);
        this.out = out;
    }

    /** @param base file name without ending, unique in the report */
    public MailboxPage mailbox(String base) {
        return new MailboxPage(words, page, info, batch, base, out);
    }

    public IndexPages index() {
        return new IndexPages(words, page, out);
    }
}
