package org.mailwain.engine.internal.copy;

import java.util.List;
import java.util.OptionalLong;
import org.mailwain.engine.internal.job.Durable;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.MailboxLedger;

/** Writes down what is about to be appended. Thread-safe. */
final class Intents {
    private final Job job;
    private final MailboxLedger ledger;
    private final Durable durable;

    Intents(Job job, MailboxLedger ledger, Durable durable) {
        this.job = job;
        this.ledger = ledger;
        this.durable = durable;
    }

    /** @param items of one pair */
    Parcel intend(List<Cargo> items) {
        Pair pair = items.getFirst().pair();
        Lane lane = items.getFirst().lane();
        List<Intent.Item> intended = items.stream().map(Cargo::intended).toList();
        int attempt = items.stream().mapToInt(Cargo::attempts).max().orElse(1);
        Intent intent = new Intent(
                ledger.nextIntent(),
                ledger.fence(),
                pair.path(),
                lane.target(),
                lane.frontier(),
                attempt,
                job.shared().clock().instant(),
                intended);
        return new Parcel(lane, items, intent, durable.watch(pair.ledger().intend(intent)));
    }

    /** The server took nothing of it: nothing of it can show up. */
    void revoke(Pair pair, long number) {
        durable.watch(pair.ledger()
                .commit(new FolderCommit(
                        List.of(), List.of(number), null, OptionalLong.empty(), OptionalLong.empty(), 0, null)));
    }
}
