package org.mailwain.tck.memory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.EnsuredFolder;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.NameRules;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.api.provider.Traits;

/** Makes folders and appends in a {@link MemoryMailbox}, as its options and its script say. */
final class MemoryAppends {
    private final MemoryMailbox mailbox;
    private final Line line;
    private final Traits traits;
    private final Faults faults;

    MemoryAppends(MemoryMailbox mailbox, Line line) {
        this.mailbox = mailbox;
        this.line = line;
        this.traits = mailbox.options().traits();
        this.faults = mailbox.faults();
    }

    EnsuredFolder ensure(FolderWish wish) {
        synchronized (mailbox) {
            if (refuses(wish.path())) {
                return new EnsuredFolder(wish.path(), false, null, MemoryFailure.NAME.with(wish.path()));
            }
            boolean there = mailbox.has(wish.path());
            mailbox.create(wish.path(), wish.use().stream().toArray(SpecialUse[]::new));
            MemoryFolder folder = mailbox.folder(wish.path());
            return folder == null
                    ? new EnsuredFolder(wish.path(), false, null, MemoryFailure.NO_FOLDER.with(wish.path()))
                    : new EnsuredFolder(wish.path(), !there, folder.status(traits.changes()), null);
        }
    }

    private boolean refuses(FolderPath path) {
        NameRules rules = traits.names();
        return path.names().stream().anyMatch(name -> bad(name, rules))
                || rules.maxDepth() >= 0 && path.depth() > rules.maxDepth()
                || rules.reserved().contains(path.names().getFirst().toLowerCase(Locale.ROOT))
                || rules.forbiddenStarts().stream().anyMatch(path.names().getFirst()::startsWith);
    }

    private static boolean bad(String name, NameRules rules) {
        return name.isEmpty()
                || name.chars()
                        .anyMatch(c -> c < ' ' || c == 0x7F || rules.forbidden().indexOf(c) >= 0)
                || rules.maxLength() >= 0 && name.length() > rules.maxLength()
                || rules.trims() && !name.equals(name.strip());
    }

    void run(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
        Pump<AppendBatch> pump = new Pump<>(batches, traits.pipelining());
        while (true) {
            AppendBatch batch = null;
            List<Outcome> outcomes;
            try {
                batch = pump.next(line);
                if (batch == null) {
                    return;
                }
                outcomes =
                        write(batch, pump.underWay().subList(1, pump.underWay().size()));
            } catch (FailureException e) {
                Outcome unknown = new Outcome.Unknown(e.failure());
                for (AppendBatch drawn : pump.underWay()) {
                    sink.answered(drawn, Collections.nCopies(drawn.items().size(), unknown));
                }
                throw e;
            }
            pump.answered();
            sink.answered(batch, outcomes);
        }
    }

    private List<Outcome> write(AppendBatch batch, List<AppendBatch> behind) throws FailureException {
        Outcome[] outcomes = new Outcome[batch.items().size()];
        List<Integer> inFlight = new ArrayList<>();
        try {
            line.limits().acquire(LimitLease.Kind.MESSAGES, batch.items().size());
            line.limits().acquire(LimitLease.Kind.BYTES, batch.bytes());
            line.pass(Faults.Point.APPEND);
            for (int i : taken(batch, outcomes)) {
                if (!inFlight.isEmpty()) {
                    line.pass(Faults.Point.BETWEEN);
                }
                inFlight.add(i);
                if (faults.late().isZero()) {
                    outcomes[i] = store(batch.folder(), batch.items().get(i));
                }
            }
            boolean withoutIds = line.pass(Faults.Point.ANSWER);
            for (int i : inFlight) {
                Outcome stored = outcomes[i] != null
                        ? outcomes[i]
                        : store(batch.folder(), batch.items().get(i));
                outcomes[i] = withoutIds ? new Outcome.Unknown(MemoryFailure.NO_IDS.with()) : stored;
            }
            return Arrays.asList(outcomes);
        } catch (FailureException e) {
            if (FolderFailure.reachesFurther(e)) {
                land(batch, inFlight, behind);
                throw e;
            }
            Outcome outcome = inFlight.isEmpty() ? new Outcome.Refused(e.failure()) : new Outcome.Unknown(e.failure());
            return Collections.nCopies(outcomes.length, outcome);
        }
    }

    /** Indexes of the items that the server takes; the others have their outcome already. */
    private List<Integer> taken(AppendBatch batch, Outcome[] outcomes) throws FailureException {
        if (mailbox.folder(batch.folder()) == null) {
            Arrays.fill(outcomes, new Outcome.Refused(MemoryFailure.NO_FOLDER.with(batch.folder())));
            return List.of();
        }
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            AppendItem item = batch.items().get(i);
            Optional<Failure> refusal = traits.itemLimit() >= 0 && item.body().size() > traits.itemLimit()
                    ? Optional.of(MemoryFailure.TOO_LARGE.with(
                            new Argument.Size(item.body().size()), new Argument.Size(traits.itemLimit())))
                    : faults.refused(batch.folder(), item, bytes(item));
            if (refusal.isPresent()) {
                outcomes[i] = new Outcome.Refused(refusal.get());
            } else {
                taken.add(i);
            }
        }
        if (traits.perAppend() > 1 && taken.size() < outcomes.length) {
            Outcome first =
                    Arrays.stream(outcomes).filter(Objects::nonNull).findFirst().orElseThrow();
            Arrays.fill(outcomes, first);
            return List.of();
        }
        return taken;
    }

    private Outcome store(FolderPath path, AppendItem item) throws FailureException {
        Content content = Content.of(bytes(item));
        synchronized (mailbox) {
            MemoryFolder folder = mailbox.folder(path);
            if (folder == null) {
                return new Outcome.Refused(MemoryFailure.NO_FOLDER.with(path));
            }
            Optional<MemoryMessage> equal = traits.dedupes() ? folder.equalTo(content) : Optional.empty();
            MemoryMessage stored = equal.isPresent()
                    ? equal.get()
                    : folder.add(content, flags(item), received(item), Optional.ofNullable(item.key()));
            return traits.answersIds()
                    ? new Outcome.Stored(stored.id(), stored.position(), content.size())
                    : new Outcome.Stored(null, -1, -1);
        }
    }

    /** What was on the wire when it broke stands there all the same, now or later. */
    private void land(AppendBatch batch, List<Integer> inFlight, List<AppendBatch> behind) throws FailureException {
        if (!faults.late().isZero()) {
            for (int i : inFlight) {
                land(batch.folder(), batch.items().get(i));
            }
        }
        int left = faults.inFlight();
        for (AppendBatch next : behind) {
            for (AppendItem item : next.items()) {
                if (left > 0) {
                    land(next.folder(), item);
                    left--;
                }
            }
        }
    }

    private void land(FolderPath path, AppendItem item) throws FailureException {
        Content content = Content.of(bytes(item));
        mailbox.landLater(faults.late(), path, content, flags(item), received(item), item.key());
    }

    private Flags flags(AppendItem item) {
        return traits.flagsAfterAppend() ? Flags.NONE : item.flags();
    }

    private Instant received(AppendItem item) {
        return item.received() != null
                ? item.received()
                : mailbox.options().clock().instant();
    }

    static byte[] bytes(AppendItem item) throws FailureException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            item.body().writeTo(out);
        } catch (IOException e) {
            throw new FailureException(MemoryFailure.UNREADABLE.with().at(Scope.RUN), e);
        }
        return out.toByteArray();
    }
}
