package org.mailwain.engine.internal.copy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;

/** Packs what one reader brings into parcels. Confined to that reader's thread. */
final class Assembler {
    static final int MOST_ITEMS = 100;
    private static final long MOST_BYTES = 1_000_000;

    private final Intents intents;
    private final Function<Pair, Lane> lanes;
    private final Function<Lane, Outbox> outboxes;
    private final Repairs repairs;
    private final Books books;
    private final int most;
    private final List<Cargo> open = new ArrayList<>();
    private long bytes;

    /** @param perAppend how many messages one command of the target takes */
    Assembler(
            Intents intents,
            Function<Pair, Lane> lanes,
            Function<Lane, Outbox> outboxes,
            Repairs repairs,
            Books books,
            int perAppend) {
        this.repairs = repairs;
        this.books = books;
        this.intents = intents;
        this.lanes = lanes;
        this.outboxes = outboxes;
        this.most = perAppend > 1 ? Math.min(perAppend, MOST_ITEMS) : MOST_ITEMS;
    }

    /** Takes the body over. */
    void add(Pair pair, ListedItem item, WorkList.Entry entry, Body body) throws FailureException {
        Cargo cargo;
        try {
            cargo = new Cargo(lanes.apply(pair), pair, item, entry, body);
        } catch (IOException e) {
            body.close();
            throw new FailureException(EngineFailure.SPOOL.with("", e.getMessage()), e);
        }
        mendAhead(cargo);
        boolean other = !open.isEmpty() && open.getFirst().pair() != pair;
        if (other || !open.isEmpty() && bytes + cargo.body().size() > MOST_BYTES) {
            flush();
        }
        open.add(cargo);
        bytes += cargo.body().size();
        if (open.size() == most || bytes >= MOST_BYTES) {
            flush();
        }
    }

    private void mendAhead(Cargo cargo) throws FailureException {
        try {
            if (repairs.mendAhead(cargo)) {
                // should the run end before the answer, what lands is known to be repaired
                books.commit(cargo.pair().ledger(), List.of(books.pending(cargo, cargo.repairedFor())));
            }
        } catch (FailureException | RuntimeException e) {
            cargo.close();
            throw e;
        }
    }

    /** Hands on what is packed so far. */
    void flush() throws FailureException {
        if (open.isEmpty()) {
            return;
        }
        Parcel parcel = intents.intend(List.copyOf(open));
        open.clear();
        bytes = 0;
        outboxes.apply(parcel.lane()).put(parcel);
    }

    /** Closes what was not handed on. */
    void abandon() {
        open.forEach(Cargo::close);
        open.clear();
    }
}
