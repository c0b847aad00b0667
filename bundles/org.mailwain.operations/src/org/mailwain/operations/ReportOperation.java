package org.mailwain.operations;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.ledger.Ledger;
import org.mailwain.operations.run.RunFolder;
import org.mailwain.report.BatchInfo;
import org.mailwain.report.ReportExtras;
import org.mailwain.report.ReportWriter;
import org.mailwain.report.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the report of a batch from the ledger; also while a run is at work. */
public final class ReportOperation {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private static final Logger LOG = LoggerFactory.getLogger(ReportOperation.class);

    private final BatchWork work;
    private final Product product;

    /** The product's name as its users know it, and its version. */
    public record Product(String brand, String version) {}

    public ReportOperation(BatchWork work, Product product) {
        this.work = work;
        this.product = product;
    }

    /**
     * What was written.
     *
     * @param signer fingerprint of the key that signed it; empty where it is unsigned
     * @param unsigned why it is, or null
     */
    public record Written(Path folder, String signer, Failure unsigned) {}

    /** A report without originals, see {@link #write(Path, boolean, Cancel)}. @return its folder */
    public Path write(Path folder, Cancel cancel) throws FailureException {
        return write(folder, false, cancel).folder();
    }

    /**
     * Signs it where a credential store opens; else it is unsigned and says so.
     *
     * @param folder to be made; null chooses a new one under the project's {@code reports}
     * @param originals whether the report is to hold the messages that were refused or repaired, as they were
     */
    public Written write(Path folder, boolean originals, Cancel cancel) throws FailureException {
        Optional<SigningKey> key = Optional.empty();
        Failure unsigned = OperationFailure.NOT_SIGNED.with();
        try {
            key = new KeyOperation(work.store()).keyIfStored();
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            LOG.info("The report stays unsigned", e);
            unsigned = e.failure();
        }
        ReportExtras extras = new ReportExtras(key, originals ? Optional.of(work.project()) : Optional.empty());
        Path written = write(folder, extras, cancel);
        return new Written(
                written, key.map(k -> k.signer().fingerprint()).orElse(""), key.isPresent() ? null : unsigned);
    }

    private Path write(Path folder, ReportExtras extras, Cancel cancel) throws FailureException {
        String batch = work.batch().name();
        Optional<Ledger> opened = work.ledgerToRead();
        if (opened.isEmpty()) {
            throw OperationFailure.NEVER_RUN.raise(batch);
        }
        try (Ledger ledger = opened.get()) {
            if (!ledger.batches().contains(batch)) {
                throw OperationFailure.NEVER_RUN.raise(batch);
            }
            Path place = folder == null ? work.project().resolve("reports").resolve(batch + "-" + stamp()) : folder;
            return new ReportWriter(work.services().texts(), Locale.getDefault(), Clock.systemDefaultZone())
                    .write(
                            ledger,
                            batch,
                            info().signedBy(extras.key()
                                    .map(SigningKey::toString)
                                    .orElse("")),
                            extras,
                            place,
                            cancel);
        }
    }

    private static String stamp() {
        return STAMP.format(LocalDateTime.now());
    }

    private BatchInfo info() throws FailureException {
        RunFolder run = RunFolder.of(work.project(), work.batch().name());
        return new BatchInfo(
                product.brand(),
                List.of(
                        new BatchInfo.Version(product.brand(), product.version()),
                        new BatchInfo.Version("Java", Runtime.version().toString())),
                side(
                        work.batch().source(),
                        work.services().source(work.batch().source().kind())),
                side(
                        work.batch().target(),
                        work.services().target(work.batch().target().kind())),
                run.began().orElse(null),
                run.ended().orElse(null));
    }

    private static BatchInfo.Side side(Endpoint endpoint, EndpointProvider provider) {
        return new BatchInfo.Side(endpoint.name(), provider.address(endpoint));
    }
}
