package org.mailwain.tck.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.api.provider.Traits;

/** Creates messages one by one in a {@link MemoryGraph}. */
final class GraphAppends {
    private final MemoryGraph mailbox;
    private final Line line;
    private final Traits traits;
    private final Faults faults;

    GraphAppends(MemoryGraph mailbox, Line line) {
        this.mailbox = mailbox;
        this.line = line;
        this.traits = mailbox.options().traits();
        this.faults = mailbox.faults();
    }

    /** Answered and deleted have no place there. */
    static Flags kept(Flags flags) {
        Set<SystemFlag> system = EnumSet.noneOf(SystemFlag.class);
        system.addAll(flags.system());
        system.removeAll(Set.of(SystemFlag.ANSWERED, SystemFlag.DELETED));
        return Flags.of(system, flags.keywords());
    }

    void run(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
        Pump<AppendBatch> pump = new Pump<>(batches, traits.pipelining());
        while (true) {
            AppendBatch batch = null;
            Outcome[] outcomes = new Outcome[0];
            try {
                batch = pump.next(line);
                if (batch == null) {
                    return;
                }
                outcomes = new Outcome[batch.items().size()];
                create(batch, outcomes);
            } catch (FailureException e) {
                end(pump.underWay(), outcomes, new Outcome.Unknown(e.failure()), sink);
                throw e;
            }
            pump.answered();
            sink.answered(batch, Arrays.asList(outcomes));
        }
    }

    /** Items that were answered keep their outcome; of the others nothing is known. */
    private void end(List<AppendBatch> drawn, Outcome[] known, Outcome unknown, OutcomeSink sink)
            throws FailureException {
        int more = faults.inFlight();
        for (int i = 0; i < drawn.size(); i++) {
            List<AppendItem> items = drawn.get(i).items();
            List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(items.size(), unknown));
            for (int k = 0; k < items.size(); k++) {
                if (i == 0 && known.length > k && known[k] != null) {
                    outcomes.set(k, known[k]);
                } else if ((i > 0 || k > firstUnknown(known)) && more > 0) {
                    land(drawn.get(i).folder(), items.get(k));
                    more--;
                }
            }
            sink.answered(drawn.get(i), outcomes);
        }
    }

    private static int firstUnknown(Outcome[] known) {
        return (int) Arrays.stream(known).takeWhile(o -> o != null).count();
    }

    private void create(AppendBatch batch, Outcome[] outcomes) throws FailureException {
        for (int i = 0; i < outcomes.length; i++) {
            AppendItem item = batch.items().get(i);
            try {
                outcomes[i] = create(batch.folder(), item);
            } catch (FailureException e) {
                if (ends(e)) {
                    throw e;
                }
                outcomes[i] = new Outcome.Refused(e.failure());
            }
        }
    }

    /** A throttled request fails alone. */
    private static boolean ends(FailureException e) {
        return !e.failure().is(MemoryFailure.THROTTLED) && FolderFailure.reachesFurther(e);
    }

    private Outcome create(FolderPath path, AppendItem item) throws FailureException {
        line.limits().acquire(LimitLease.Kind.MESSAGES, 1);
        line.limits().acquire(LimitLease.Kind.BYTES, item.body().size());
        line.pass(Faults.Point.APPEND);
        byte[] bytes = MemoryAppends.bytes(item);
        Optional<Failure> refusal = item.body().size() > traits.itemLimit()
                ? Optional.of(MemoryFailure.TOO_LARGE.with(
                        new Argument.Size(item.body().size()), new Argument.Size(traits.itemLimit())))
                : faults.refused(path, item, bytes);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        boolean later = !faults.late().isZero();
        Outcome stored = later ? null : store(path, item, bytes);
        try {
            boolean withoutIds = line.pass(Faults.Point.ANSWER);
            Outcome answered = stored == null ? store(path, item, bytes) : stored;
            return withoutIds ? new Outcome.Unknown(MemoryFailure.NO_IDS.with()) : answered;
        } catch (FailureException e) {
            if (later) {
                land(path, item);
            }
            if (ends(e)) {
                throw e;
            }
            return new Outcome.Unknown(e.failure());
        }
    }

    private Outcome store(FolderPath path, AppendItem item, byte[] bytes) {
        Content content = Content.of(bytes);
        synchronized (mailbox) {
            GraphFolder folder = mailbox.folder(path);
            if (folder == null) {
                return new Outcome.Refused(MemoryFailure.NO_FOLDER.with(path));
            }
            MemoryMessage message = equalTo(folder, bytes)
                    .orElseGet(() ->
                            mailbox.add(folder, content, kept(item.flags()), item.received(), Optional.of(item.key())));
            return new Outcome.Stored(message.id(), message.position(), -1);
        }
    }

    private Optional<MemoryMessage> equalTo(GraphFolder folder, byte[] bytes) {
        return traits.dedupes()
                ? folder.messages().stream()
                        .filter(m -> Arrays.equals(m.content().bytes(), bytes))
                        .findFirst()
                : Optional.empty();
    }

    private void land(FolderPath path, AppendItem item) throws FailureException {
        Content content = Content.of(MemoryAppends.bytes(item));
        mailbox.landLater(faults.late(), path, content, kept(item.flags()), item.received(), item.key());
    }
}
