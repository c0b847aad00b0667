package org.mailwain.engine.internal.copy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.body.StoredBody;
import org.mailwain.engine.internal.job.Entries;
import org.mailwain.engine.internal.job.Notes;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.ItemEntry;

/**
 * A server's OK is not proof: reads samples of the copies again, and marks what the target changed or keeps less of.
 * What the target told when it answered the appends was compared then. Run once.
 */
public final class Proof {
    private static final int PAGE = 200;
    private static final int ENTRIES = 1_000;

    private final Instant now;
    private final Books books;
    private final Map<FolderPath, Map<ItemId, ListedItem>> stands = new HashMap<>();
    private final Map<FolderPath, Map<ItemId, Samples.Sample>> sent = new HashMap<>();
    private final Map<FolderPath, Map<ItemId, Failure>> changed = new HashMap<>();

    public Proof(Instant now, Books books) {
        this.now = now;
        this.books = books;
    }

    public void check(List<Lane> lanes, Side<MailboxWriter> target) throws FailureException {
        List<FetchRequest> requests = new ArrayList<>();
        for (Lane lane : lanes) {
            Map<ItemId, Samples.Sample> samples = sent.computeIfAbsent(lane.target(), f -> new HashMap<>());
            lane.samples().all().forEach(sample -> samples.put(sample.target(), sample));
            if (lane.failure() == null) {
                requests.addAll(requests(lane));
            }
        }
        sizes(lanes);
        if (requests.isEmpty()) {
            return;
        }
        target.persist(session -> {
            session.fetch(Feed.of(requests), new Sink());
            return null;
        });
        for (Lane lane : lanes) {
            if (stands.containsKey(lane.target())) {
                judge(lane);
            }
        }
        books.check();
    }

    private static List<FetchRequest> requests(Lane lane) {
        Map<FetchRequest.Part, List<ListedItem>> items = new EnumMap<>(FetchRequest.Part.class);
        for (FetchRequest.Part part : FetchRequest.Part.values()) {
            items.put(part, new ArrayList<>());
        }
        lane.samples().all().forEach(s -> items.get(s.part()).add(on(s.target(), s.item())));
        List<ListedItem> headers = items.get(FetchRequest.Part.HEADER);
        lane.pairs()
                .forEach(pair ->
                        pair.unproven().forEach(u -> headers.add(on(u.entry().target(), u.item()))));
        List<FetchRequest> requests = new ArrayList<>();
        items.forEach((part, wanted) -> {
            for (int at = 0; at < wanted.size(); at += PAGE) {
                List<ListedItem> page = wanted.subList(at, Math.min(at + PAGE, wanted.size()));
                requests.add(new FetchRequest(lane.target(), page, part));
            }
        });
        return requests;
    }

    private static ListedItem on(ItemId target, ListedItem item) {
        return new ListedItem(target, item.size(), null, item.flags()); // a date would be asked for as it was sent
    }

    private void judge(Lane lane) throws FailureException {
        Map<ItemId, ListedItem> there = stands.get(lane.target());
        Set<String> lost = new HashSet<>();
        Map<Pair, Map<ItemId, Failure>> byItem = new HashMap<>();
        boolean dates = false;
        bytes(lane);
        for (Samples.Sample sample : lane.samples().all()) {
            ListedItem found = there.get(sample.target());
            if (found != null) {
                lost.addAll(Losses.missing(sample.item(), found.flags()));
                if (Losses.dateDiffers(sample.item(), found.received())) {
                    Failure changed =
                            EngineFailure.DATE_CHANGED.with(sample.item().received(), found.received());
                    byItem.computeIfAbsent(sample.pair(), p -> new HashMap<>())
                            .put(sample.item().id(), changed);
                    dates |= isOrdinary(sample.item());
                }
            }
        }
        for (Pair pair : lane.pairs()) {
            unproven(pair, there);
            Map<ItemId, Failure> odd = byItem.getOrDefault(pair, Map.of());
            if (!lost.isEmpty() || !odd.isEmpty() || dates) {
                mark(pair, new Verdict(lost, odd, dates));
            }
        }
    }

    /** Copies of the same size with other bytes. */
    private void bytes(Lane lane) throws FailureException {
        Map<ItemId, Failure> wrong = changed.getOrDefault(lane.target(), Map.of());
        Map<Pair, Map<ItemId, Failure>> byPair = new HashMap<>();
        for (Samples.Sample sample : lane.samples().all()) {
            Failure why = wrong.get(sample.target());
            if (why != null) {
                byPair.computeIfAbsent(sample.pair(), p -> new HashMap<>())
                        .put(sample.item().id(), why);
            }
        }
        for (Map.Entry<Pair, Map<ItemId, Failure>> one : byPair.entrySet()) {
            write(one.getKey(), one.getValue(), ItemMark.CHANGED_BY_TARGET);
        }
    }

    /** Estimated sizes of a folder's first items, which showed only later what is usual there. */
    private void sizes(List<Lane> lanes) throws FailureException {
        Map<Pair, Map<ItemId, Failure>> odd = new HashMap<>();
        for (Lane lane : lanes) {
            for (Band.Told told : lane.proofs().judge()) {
                Failure why =
                        EngineFailure.CHANGED.with(new Argument.Size(told.sent()), new Argument.Size(told.told()));
                odd.computeIfAbsent(told.pair(), p -> new HashMap<>()).put(told.item(), why);
            }
        }
        for (Map.Entry<Pair, Map<ItemId, Failure>> one : odd.entrySet()) {
            write(one.getKey(), one.getValue(), ItemMark.CHANGED_BY_TARGET);
        }
        for (Lane lane : lanes) {
            for (Pair pair : lane.pairs()) {
                if (lane.proofs().isJudged(pair)) {
                    FolderCommit nothing = FolderCommit.of(List.of(), List.of(), null);
                    books.hand(pair.ledger(), nothing.proven(lane.proofs().of(pair)));
                }
            }
        }
    }

    private boolean isOrdinary(ListedItem item) {
        return !item.received().isAfter(now) && item.received().isAfter(Instant.EPOCH.plus(Duration.ofDays(3653)));
    }

    /**
     * What holds for a folder.
     *
     * @param lost flags that it does not keep
     * @param odd items whose date it changed
     * @param dates whether it keeps no dates at all
     */
    private record Verdict(Set<String> lost, Map<ItemId, Failure> odd, boolean dates) {
        Failure of(ListedItem item) {
            Failure date = odd.get(item.id());
            if (date != null) {
                return date;
            }
            Set<String> kept = Losses.atoms(item.flags());
            if (kept.removeAll(lost)) {
                return EngineFailure.FLAGS_LESS.with(item.flags(), String.join(" ", kept));
            }
            return dates && item.received() != null ? EngineFailure.DATE_CHANGED.with(item.received(), null) : null;
        }
    }

    /** What carries a mark already is named already. */
    private void mark(Pair pair, Verdict verdict) throws FailureException {
        WorkList.Reader items = pair.work().reader();
        Map<ItemId, Failure> less = new HashMap<>();
        while (items.hasNext()) {
            ListedItem item = items.next().item();
            Failure why = verdict.of(item);
            if (why != null) {
                less.put(item.id(), why);
            }
            if (less.size() == ENTRIES || !items.hasNext()) {
                write(pair, less, ItemMark.KEPT_LESS);
                less.clear();
            }
        }
    }

    private void write(Pair pair, Map<ItemId, Failure> less, ItemMark mark) throws FailureException {
        if (less.isEmpty()) {
            return;
        }
        List<Result> results = new ArrayList<>();
        for (ItemEntry entry : pair.ledger().entries(List.copyOf(less.keySet())).values()) {
            if (entry.outcome() == ItemOutcome.COPIED && entry.marks().isEmpty()) {
                results.add(marked(pair, entry, less.get(entry.id()), mark));
            }
        }
        books.commit(pair.ledger(), results);
    }

    private Result marked(Pair pair, ItemEntry entry, Failure why, ItemMark mark) {
        books.tell(pair, entry.id(), why);
        return new Result(Entries.marked(entry, mark), Notes.bare(why, null));
    }

    private void unproven(Pair pair, Map<ItemId, ListedItem> there) {
        List<Result> results = new ArrayList<>();
        for (Pair.Unproven unproven : pair.unproven()) {
            ListedItem found = there.get(unproven.entry().target());
            ItemEntry entry = Entries.flags(
                    unproven.entry(), Entries.digest(unproven.item().flags()));
            if (found == null || !entry.marks().isEmpty()) {
                continue;
            }
            Failure lost = Losses.of(unproven.item(), found.flags(), found.received());
            results.add(lost == null ? new Result(entry, null) : marked(pair, entry, lost, ItemMark.KEPT_LESS));
        }
        books.commit(pair.ledger(), results);
    }

    /** Takes what stands there. */
    private final class Sink implements FetchSink {
        @Override
        public void item(FetchRequest request, ListedItem item, Body body) throws FailureException {
            try (body) {
                Samples.Sample sample =
                        sent.getOrDefault(request.folder(), Map.of()).get(item.id());
                Failure why = sample == null ? null : sample.change(StoredBody.of(body));
                if (why != null) {
                    changed.computeIfAbsent(request.folder(), f -> new HashMap<>())
                            .put(item.id(), why);
                }
            } catch (IOException e) {
                throw new FailureException(EngineFailure.SPOOL.with("", e.getMessage()), e);
            }
            stands.computeIfAbsent(request.folder(), f -> new HashMap<>()).put(item.id(), item);
        }

        @Override
        public void vanished(FetchRequest request, List<ListedItem> items) {
            // somebody tidied meanwhile: nothing is left to be proven
        }

        @Override
        public void failed(FetchRequest request, List<ListedItem> items, Failure failure) {
            // the next pass, or a verification, will tell
        }
    }
}
