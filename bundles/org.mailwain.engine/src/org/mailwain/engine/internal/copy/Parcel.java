package org.mailwain.engine.internal.copy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.ledger.Intent;

/**
 * Messages of one source folder that are appended together.
 *
 * @param durable ends when the intent stands in the ledger: not a byte goes out before
 */
record Parcel(Lane lane, List<Cargo> items, Intent intent, CompletableFuture<Void> durable) {
    Parcel {
        items = List.copyOf(items);
    }

    AppendBatch batch() {
        return new AppendBatch(
                lane.target(),
                intent.number(),
                items.stream().map(Cargo::appendItem).toList());
    }

    long bytes() {
        return items.stream().mapToLong(cargo -> cargo.body().size()).sum();
    }

    boolean isDurable() {
        return durable.isDone() && !durable.isCompletedExceptionally();
    }
}
