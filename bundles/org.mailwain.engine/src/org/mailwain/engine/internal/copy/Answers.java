package org.mailwain.engine.internal.copy;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.Traits;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.FolderLedger;

/** What a server said to the batches of one connection, and what follows. Confined to that connection's thread. */
final class Answers {
    private static final int LAST_REFUSAL = 3;

    private final Intents intents;
    private final Books books;
    private final Repairs repairs;
    private final FlagsOwed owed;
    private final Outbox outbox;
    private final Deque<Cargo> alone;
    private final List<Parcel> unanswered = new ArrayList<>();
    private boolean lostConnection;
    private Failure halt;

    /** @param alone takes what has to be sent singly */
    Answers(Intents intents, Books books, Repairs repairs, FlagsOwed owed, Outbox outbox, Deque<Cargo> alone) {
        this.intents = intents;
        this.books = books;
        this.repairs = repairs;
        this.owed = owed;
        this.outbox = outbox;
        this.alone = alone;
    }

    /** @return whether anything was stored */
    boolean take(Traits traits, Parcel parcel, List<Outcome> outcomes) throws FailureException {
        Failure refusal = refusedAsOne(traits, parcel, outcomes);
        if (refusal != null) {
            halve(parcel, refusal);
            return false;
        }
        List<Result> results = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        boolean open = false;
        for (int i = 0; i < outcomes.size(); i++) {
            Cargo cargo = parcel.items().get(i);
            switch (outcomes.get(i)) {
                case Outcome.Stored stored -> results.add(stored(traits, parcel.lane(), cargo, stored));
                case Outcome.Refused no -> refused.add(new Refusal(cargo, no.failure()));
                case Outcome.Unknown unknown -> {
                    open = true;
                    unknown(parcel, i, unknown.failure());
                }
            }
        }
        close(parcel, results, open);
        for (Refusal no : refused) {
            refused(no.cargo(), no.failure());
        }
        return !results.isEmpty();
    }

    private record Refusal(Cargo cargo, Failure failure) {}

    private void close(Parcel parcel, List<Result> results, boolean open) {
        Lane lane = parcel.lane();
        FolderLedger ledger = parcel.items().getFirst().pair().ledger();
        long number = parcel.intent().number();
        if (open) {
            lane.suspects().add(new Lane.OpenIntent(ledger, number));
            unanswered.add(parcel);
        }
        books.commit(lane, ledger, results, open ? List.of() : List.of(number));
    }

    private Result stored(Traits traits, Lane lane, Cargo cargo, Outcome.Stored stored) throws FailureException {
        if (!lane.landed(stored.position())) {
            cargo.mark(ItemMark.MERGED_BY_TARGET);
        }
        if (stored.less() != null) {
            cargo.less(stored.less());
        }
        Fate fate = lane.fates().get(cargo.key());
        if (fate != null) {
            fate.resolve(stored.id());
            fate.cargo(null);
        }
        boolean later = traits.flagsAfterAppend() && stored.id() != null;
        compare(lane, traits, cargo, stored, later);
        Result result = books.copied(cargo, stored.id(), later);
        if (later) {
            owed.add(lane, cargo.pair().ledger(), result, cargo.letter().flags());
        }
        cargo.close();
        return result;
    }

    /** Of the copy with what was sent, as far as the target told; the rest is left to samples. */
    private static void compare(Lane lane, Traits traits, Cargo cargo, Outcome.Stored stored, boolean flagsLater) {
        Failure changed = lane.proofs().stored(traits, cargo, stored);
        if (changed != null) {
            cargo.changed(changed);
        }
        Outcome.Seen seen = stored.seen();
        boolean told = !flagsLater && seen.flags() != null && seen.received() != null;
        if (told && cargo.marks().isEmpty()) {
            Failure lost = Losses.of(cargo.item(), seen.flags(), seen.received());
            if (lost != null) {
                cargo.less(lost);
            }
        }
        if (stored.id() != null) {
            lane.samples().add(cargo, stored.id(), told);
        }
    }

    private void unknown(Parcel parcel, int index, Failure why) {
        Lane lane = parcel.lane();
        Cargo cargo = parcel.items().get(index);
        Fate fate = lane.fates()
                .computeIfAbsent(
                        cargo.key(),
                        key -> new Fate(
                                parcel.intent().items().get(index), cargo.pair().ledger(), cargo));
        fate.cargo(cargo);
        fate.unanswered();
        lostConnection |= why.scope() == Scope.MAILBOX || why.scope() == Scope.ENDPOINT;
    }

    /** One command that carried several messages was refused: any of them may be the reason. */
    private static Failure refusedAsOne(Traits traits, Parcel parcel, List<Outcome> outcomes) {
        boolean all = outcomes.stream().allMatch(o -> o instanceof Outcome.Refused);
        Failure why = all ? ((Outcome.Refused) outcomes.getFirst()).failure() : null;
        boolean ofMessage = why != null && why.scope() == Scope.MESSAGE;
        return ofMessage && traits.perAppend() > 1 && parcel.items().size() > 1 ? why : null;
    }

    private void halve(Parcel parcel, Failure refusal) {
        intents.revoke(parcel.items().getFirst().pair(), parcel.intent().number());
        int half = parcel.items().size() / 2;
        outbox.putFirst(List.of(
                intents.intend(parcel.items().subList(0, half)),
                intents.intend(parcel.items().subList(half, parcel.items().size()))));
    }

    private void refused(Cargo cargo, Failure why) throws FailureException {
        switch (why.scope()) {
            case MESSAGE -> {
                Failure cause = repairs.cause(cargo, why);
                int refusals = cargo.refused(cause, Repairs.words(why));
                if (repairs.mend(cargo, why)) {
                    // should the run end here, what lands is known to be repaired
                    books.commit(cargo.pair().ledger(), List.of(books.pending(cargo, cause)));
                    outbox.putFirst(List.of(intents.intend(List.of(cargo))));
                } else if (why.retryable() && refusals < LAST_REFUSAL) {
                    alone.add(cargo);
                } else {
                    giveUp(List.of(cargo), cause, why.retryable());
                }
            }
            case FOLDER -> {
                cargo.lane().fail(why);
                giveUp(List.of(cargo), why, true);
            }
            default -> {
                halt = why;
                alone.add(cargo);
            }
        }
    }

    /** Says of items that they failed. */
    void giveUp(List<Cargo> items, Failure why, boolean retryable) throws FailureException {
        for (Cargo cargo : items) {
            if (retryable) {
                cargo.pair().leaveUnfinished();
            }
            books.commit(cargo.pair().ledger(), List.of(books.failed(cargo, why, retryable)));
            cargo.close();
        }
    }

    /** A parcel that does not go out: its folder failed, or the ledger. */
    void unsent(Parcel parcel, Failure failure) {
        if (failure == null) {
            parcel.items().forEach(Cargo::close);
            return;
        }
        intents.revoke(parcel.items().getFirst().pair(), parcel.intent().number());
        try {
            giveUp(parcel.items(), failure, true);
        } catch (FailureException e) {
            halt = e.failure();
        }
    }

    /** Batches without an answer, in the order in which they were sent. */
    List<Parcel> unanswered() {
        return unanswered;
    }

    /** Whether they have none because the connection was lost. */
    boolean lostConnection() {
        return lostConnection;
    }

    /** What had no answer is settled, or goes out again. */
    void settled() {
        unanswered.clear();
        lostConnection = false;
    }

    boolean isHalted() {
        return halt != null;
    }

    /** @throws FailureException what the server said that ends the session for now */
    void checkHalt() throws FailureException {
        if (halt != null) {
            throw new FailureException(halt);
        }
    }

    void unhalt() {
        halt = null;
    }
}
