package org.mailwain.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.progress.Cancel;
import org.mailwain.ledger.Ledger;
import org.mailwain.report.internal.file.Originals;
import org.mailwain.report.internal.file.ReportFolder;
import org.mailwain.report.internal.sheet.BatchScribe;
import org.mailwain.report.internal.text.Words;

/**
 * Writes the report of a batch from the ledger, item by item: what it holds grows with the number of mailboxes and with
 * the folders of one of them, not with items. A batch that runs may be reported; the figures are those of the moment at
 * which each mailbox is read. Thread-safe.
 */
public final class ReportWriter {
    private final Collection<? extends FailureTexts> texts;
    private final Locale locale;
    private final Clock clock;

    /**
     * @param texts of all failures that the ledger may hold; for a code without a text, code and arguments are shown
     * @param locale of the report's language
     * @param clock tells the time of writing, and the zone in which times are shown
     */
    public ReportWriter(Collection<? extends FailureTexts> texts, Locale locale, Clock clock) {
        this.texts = texts;
        this.locale = locale;
        this.clock = clock;
    }

    /**
     * Writes beside the folder under a hidden name, then moves it into its place; when it fails or is cancelled,
     * nothing stays. Readable for its owner only, where the file system knows owners.
     *
     * @param folder to be made, with its parents; may be there and empty
     * @return the folder
     * @throws FailureException {@link ReportFailure}: unknown batch, folder taken, not writable, disk full; what the
     *     ledger fails with; cancelled
     */
    public Path write(Ledger ledger, String batch, BatchInfo info, Path folder, Cancel cancel) throws FailureException {
        return write(ledger, batch, info, ReportExtras.NONE, folder, cancel);
    }

    /** As {@link #write(Ledger, String, BatchInfo, Path, Cancel)}, signed and with originals as the extras say. */
    public Path write(Ledger ledger, String batch, BatchInfo info, ReportExtras extras, Path folder, Cancel cancel)
            throws FailureException {
        if (!ledger.batches().contains(batch)) {
            throw ReportFailure.NO_BATCH.raise(batch);
        }
        try (ReportFolder out = new ReportFolder(folder)) {
            Words words = new Words(locale, clock.getZone(), texts);
            Originals originals = new Originals(extras.originals(), out, cancel);
            new BatchScribe(ledger, words, cancel, out, originals).write(batch, info, clock.instant());
            return out.publish(extras.key().map(key -> manifest -> Seal.text(key, manifest)));
        } catch (FileAlreadyExistsException e) {
            throw new FailureException(ReportFailure.TAKEN.with(folder.toString()), e);
        } catch (IOException e) {
            throw failed(folder, e);
        } catch (UncheckedIOException e) {
            throw failed(folder, e.getCause());
        }
    }

    private static FailureException failed(Path folder, IOException e) {
        String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        String reason = said == null ? e.getClass().getSimpleName() : said;
        return new FailureException(ReportFailure.WRITE.with(folder.toString(), reason), e);
    }
}
