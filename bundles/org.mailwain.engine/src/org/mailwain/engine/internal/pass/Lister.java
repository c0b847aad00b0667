package org.mailwain.engine.internal.pass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.engine.internal.job.Durable;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Side;

/** Finds out what is to be done in each pair: lists many folders in one go and compares with the ledger. */
public final class Lister {
    private final Job job;
    private final Side<MailboxReader> side;
    private final List<Pair> pairs;
    private final List<Pair> all;
    private final Set<FolderPath> taking;
    private final Durable durable;
    private final boolean anew;
    private final long itemLimit;
    private final boolean owesFlags;
    private Cut cut = Cut.none();
    private Searched searched;

    /**
     * @param anew whether failed items are tried again whatever the ledger says
     * @param itemLimit largest message that the target takes, -1 unknown
     * @param owesFlags whether flags are set by a second step, which a run that died may have left undone
     */
    public Lister(
            Job job,
            Side<MailboxReader> side,
            List<Pair> pairs,
            Durable durable,
            boolean anew,
            long itemLimit,
            boolean owesFlags) {
        this.job = job;
        this.side = side;
        this.owesFlags = owesFlags;
        this.all = List.copyOf(pairs);
        this.pairs = pairs.stream().filter(p -> p.mode() != Pair.Mode.SKIP).toList();
        this.taking = pairs.stream()
                .filter(p -> p.barred() == null && p.failure() == null)
                .map(Pair::path)
                .collect(Collectors.toSet());
        this.durable = durable;
        this.anew = anew;
        this.itemLimit = itemLimit;
    }

    /** @param all pairs of the mailbox, for the limit on its items */
    public void run(List<Pair> all) throws FailureException {
        searched = Searched.of(
                job,
                side,
                pairs.stream().filter(p -> p.failure() == null).map(Pair::path).toList());
        long items =
                all.stream().mapToLong(p -> Math.max(0, p.before().count())).sum();
        if (!pairs.isEmpty() && items > job.filter().maxItems()) {
            List<FolderPath> folders = all.stream().map(Pair::path).toList();
            cut = side.persist(
                    reader -> Cut.newest(reader, folders, job.filter().maxItems()));
        }
        Set<Pair> done = new HashSet<>();
        side.persist(reader -> {
            list(reader, done);
            changes(reader, done);
            list(reader, done);
            return null;
        });
    }

    private Sorter.Rules rules(Pair pair) {
        Set<FolderPath> siblings = new HashSet<>();
        for (Pair other : pairs) {
            if (other == pair) {
                break;
            }
            if (other.target().equals(pair.target())) {
                siblings.add(other.path());
            }
        }
        Instant now = job.shared().clock().instant();
        return new Sorter.Rules(
                new Selection(job.filter(), now, cut, searched).in(pair.path()),
                itemLimit,
                job.batch().flags() == Follow.FOLLOW,
                owesFlags,
                anew || pair.otherRules(),
                new Elsewhere(siblings, taking),
                Keepers.of(pair, all));
    }

    /** Lists what is not done, in whole or from its mark on. */
    private void list(MailboxReader reader, Set<Pair> done) throws FailureException {
        Map<FolderPath, Pair> wanted = new HashMap<>();
        List<ListRequest> requests = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!done.contains(pair) && pair.mode() != Pair.Mode.CHANGED && pair.failure() == null) {
                wanted.put(pair.path(), pair);
                requests.add(
                        pair.mode() == Pair.Mode.GROWN
                                ? ListRequest.from(
                                        pair.path(),
                                        pair.last().mark(pair.record().sourceEpoch()))
                                : ListRequest.all(pair.path()));
            }
        }
        if (!requests.isEmpty()) {
            reader.list(Feed.of(requests), new Sink(wanted, done));
        }
    }

    private void changes(MailboxReader reader, Set<Pair> done) throws FailureException {
        for (Pair pair : pairs) {
            if (pair.mode() == Pair.Mode.CHANGED && !done.contains(pair) && pair.failure() == null) {
                if (new Changes(pair, rules(pair), durable).read(reader)) {
                    done.add(pair);
                } else {
                    pair.mode(Pair.Mode.ALL);
                }
            }
        }
    }

    /** Takes the listings; a pair that was begun and not ended is listed anew by the next session. */
    private final class Sink implements ListSink {
        private final Map<FolderPath, Pair> wanted;
        private final Set<Pair> done;
        private Sorter sorter;
        private RisingIds ids;
        private long listed;

        Sink(Map<FolderPath, Pair> wanted, Set<Pair> done) {
            this.wanted = wanted;
            this.done = done;
        }

        @Override
        public void begin(ListRequest request, FolderStatus status) throws FailureException {
            Pair pair = wanted.get(request.folder());
            pair.restart(status);
            if (!status.epoch().equals(pair.record().sourceEpoch())) {
                durable.await(
                        durable.watch(pair.ledger().begin(status.epoch())),
                        job.stop().soft());
                pair.renumbered();
            }
            sorter = new Sorter(pair, rules(pair), durable);
            ids = pair.mode() == Pair.Mode.ALL && !sorter.isEmpty() ? new RisingIds() : null;
            listed = 0;
        }

        @Override
        public void page(FolderPath folder, List<ListedItem> items) throws FailureException {
            job.stop().soft().check();
            durable.check();
            sorter.page(items);
            listed += items.size();
            if (ids != null) {
                items.forEach(item -> ids.add(item.id()));
            }
        }

        @Override
        public void end(FolderPath folder) throws FailureException {
            Pair pair = wanted.get(folder);
            if (pair.mode() == Pair.Mode.ALL) {
                if (ids != null) {
                    ids.name(pair.ledger());
                }
                sorter.endAll(listed);
                done.add(pair);
                return;
            }
            long known = pair.record().counts().accounted() + sorter.freshItems();
            if (pair.before().count() >= 0 && pair.before().count() != known) {
                pair.mode(Pair.Mode.ALL);
                return;
            }
            sorter.endAll(known);
            done.add(pair);
        }

        @Override
        public void failed(FolderPath folder, Failure failure) {
            wanted.get(folder).fail(failure);
        }
    }
}
