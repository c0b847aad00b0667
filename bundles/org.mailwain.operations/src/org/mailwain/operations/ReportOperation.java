package org.mailwain.operations;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.ledger.Ledger;
import org.mailwain.operations.run.RunFolder;
import org.mailwain.report.BatchInfo;
import org.mailwain.report.ReportWriter;

/** Writes the report of a batch from the ledger; also while a run is at work. */
public final class ReportOperation {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final BatchWork work;
    private final Product product;

    /** The product's name as its users know it, and its version. */
    public record Product(String brand, String version) {}

    public ReportOperation(BatchWork work, Product product) {
        this.work = work;
        this.product = product;
    }

    /**
     * @param folder to be made; null chooses a new one under the project's {@code reports}
     * @return the folder
     */
    public Path write(Path folder, Cancel cancel) throws FailureException {
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
                    .write(ledger, batch, info(), place, cancel);
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
