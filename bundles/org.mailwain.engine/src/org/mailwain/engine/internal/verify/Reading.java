package org.mailwain.engine.internal.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.body.StoredBody;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.recognise.Sighting;

/** Reads what one side listed, headers or whole messages, and keeps an {@link Entry} of each. Run once. */
final class Reading implements FetchSink {
    private static final Fingerprint NO_FINGERPRINT = new Fingerprint(-1, -1);
    private static final byte[] NONE = {};

    private final Requests requests;
    private final Depths depths;
    private final boolean isSource;
    private final SortedEntries entries;
    private final Scratch scratch;
    private final Cancel cancel;
    private Runnable progress = () -> {};

    /** @param isSource whether the ledger may explain what cannot be read */
    Reading(
            Listing.Items items,
            Depths depths,
            boolean isSource,
            SortedEntries entries,
            Scratch scratch,
            Cancel cancel) {
        this.requests = new Requests(items, depths.content());
        this.depths = depths;
        this.isSource = isSource;
        this.entries = entries;
        this.scratch = scratch;
        this.cancel = cancel;
    }

    <S extends MailboxReader> void run(Side<S> side) throws FailureException {
        progress = side::progress;
        try {
            side.persist(session -> {
                Failure failure = EngineFailure.LOSES_CONNECTION.with(Requests.TRIES);
                for (Listing.Listed lost : requests.restart()) {
                    unreadable(lost, failure);
                }
                session.fetch(requests, this);
                return null;
            });
        } catch (UncheckedIOException e) {
            throw scratch.broken(e.getCause());
        }
    }

    @Override
    public void item(FetchRequest request, ListedItem item, Body body) throws FailureException {
        try (body) {
            cancel.check();
            Listing.Listed listed = requests.answered(request, item);
            if (listed != null) {
                read(listed, item, StoredBody.of(body), request.part());
            }
        } catch (IOException e) {
            throw scratch.broken(e);
        }
        progress.run();
    }

    private void read(Listing.Listed listed, ListedItem now, StoredBody body, FetchRequest.Part part)
            throws IOException {
        HeaderIdentity identity = body.identity();
        boolean strong = identity.strength() >= Sighting.LEAST_STRENGTH;
        boolean whole = part == FetchRequest.Part.FULL;
        if (!whole && !strong && depths.weakContent()) {
            requests.whole(listed);
            return;
        }
        long told = now.size() >= 0 ? now.size() : listed.item().size();
        long size = whole ? body.size() : told;
        Form form = whole && depths.decoded() ? Forming.of(body) : null;
        keep(new Entry(
                listed.place().lane().number(),
                identity.fingerprint(),
                strong ? Entry.Nature.STRONG : Entry.Nature.WEAK,
                form == null && (whole || depths.sizes()) ? size : -1,
                form != null ? form.decoded() : whole ? body.sha256() : NONE,
                Entry.seconds(
                        now.received() != null ? now.received() : listed.item().received()),
                Entry.flags(now.flags()),
                form != null ? form.bytes() : NONE,
                listed.place().number(),
                size,
                now.id()));
        if (listed.place().tally() != null) {
            listed.place().tally().add(1, Math.max(0, size), 0, 0);
        }
    }

    private void keep(Entry entry) throws IOException {
        entries.add(entry.bytes());
    }

    private void unreadable(Listing.Listed listed, Failure why) throws FailureException {
        Lane lane = listed.place().lane();
        if (!isSource) {
            lane.incomplete(why);
            return;
        }
        lane.unreadable(why);
        try {
            ListedItem item = listed.item();
            keep(new Entry(
                    lane.number(),
                    NO_FINGERPRINT,
                    Entry.Nature.UNREADABLE,
                    -1,
                    NONE,
                    Entry.seconds(item.received()),
                    Entry.flags(item.flags()),
                    NONE,
                    listed.place().number(),
                    item.size(),
                    item.id()));
        } catch (IOException e) {
            throw scratch.broken(e);
        }
    }

    @Override
    public void vanished(FetchRequest request, List<ListedItem> items) {
        for (ListedItem item : items) {
            Listing.Listed listed = requests.answered(request, item);
            if (listed != null) {
                listed.place().vanished();
            }
        }
    }

    @Override
    public void failed(FetchRequest request, List<ListedItem> items, Failure failure) throws FailureException {
        if (failure.scope() != Scope.MESSAGE && failure.scope() != Scope.FOLDER) {
            throw new FailureException(failure);
        }
        for (ListedItem item : items) {
            Listing.Listed listed = requests.answered(request, item);
            if (listed != null && failure.scope() == Scope.FOLDER) {
                listed.place().lane().fail(failure);
            } else if (listed != null) {
                unreadable(listed, failure);
            }
        }
    }
}
