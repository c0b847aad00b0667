package org.mailwain.tck.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.EnsuredFolder;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.api.provider.Standing;
import org.mailwain.api.provider.StandingSink;

/** A session on a {@link MemoryMailbox}. */
final class MemorySession extends MemoryReader implements MailboxWriter {
    private static final int PAGE = 1_000;

    private final MemoryMailbox mailbox;
    private final MailboxStore store;
    private final Line line;
    private final MemoryAppends appends;

    MemorySession(MemoryMailbox mailbox, Line line, BodyStore bodies) {
        this(mailbox, new MailboxStore(mailbox), line, bodies);
    }

    private MemorySession(MemoryMailbox mailbox, MailboxStore store, Line line, BodyStore bodies) {
        super(store, line, bodies, mailbox.options().traits(), ListRequest.MAX_PAGE);
        this.mailbox = mailbox;
        this.store = store;
        this.line = line;
        this.appends = new MemoryAppends(mailbox, line);
    }

    @Override
    public List<EnsuredFolder> ensureFolders(List<FolderWish> wishes) throws FailureException {
        line.pass(Faults.Point.ENSURE);
        return wishes.stream().map(appends::ensure).toList();
    }

    @Override
    public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
        appends.run(batches, sink);
    }

    @Override
    public void settle(FolderPath path, Mark from, StandingSink sink) throws FailureException {
        line.pass(Faults.Point.SETTLE);
        for (List<MemoryMessage> page : pages(store.standing(path, from), PAGE)) {
            sink.page(page.stream().map(message -> standing(path, message)).toList());
        }
    }

    private Standing standing(FolderPath path, MemoryMessage message) {
        byte[] header = message.content().header();
        return new Standing(
                store.listed(path, message),
                message.position(),
                HeaderIdentity.of(header, header.length),
                traits().ownKeys() ? message.key() : Optional.empty());
    }

    @Override
    public List<Failure> setFlags(FolderPath path, List<FlagChange> changes) throws FailureException {
        line.pass(Faults.Point.FLAGS);
        List<Failure> refused = new ArrayList<>();
        synchronized (mailbox) {
            MemoryFolder folder = store.existing(path);
            for (FlagChange change : changes) {
                MemoryMessage message = folder.get(change.id());
                if (message == null) {
                    refused.add(MemoryFailure.NO_ITEM.with(change.id()));
                } else {
                    folder.flags(message, change.flags());
                }
            }
        }
        return refused;
    }

    @Override
    public boolean moves() {
        return traits().removes() && traits().answersIds();
    }

    @Override
    public List<Outcome.Stored> move(FolderPath path, List<ItemId> ids, FolderPath to) throws FailureException {
        line.pass(Faults.Point.MOVE);
        List<Outcome.Stored> moved = new ArrayList<>();
        synchronized (mailbox) {
            MemoryFolder folder = store.existing(path);
            MemoryFolder into = store.existing(to);
            for (ItemId id : ids) {
                MemoryMessage message = folder.get(id);
                if (message == null) {
                    moved.add(null);
                } else {
                    folder.remove(id);
                    MemoryMessage stored =
                            into.add(message.content(), message.flags(), message.received(), message.key());
                    moved.add(new Outcome.Stored(stored.id(), stored.position(), -1));
                }
            }
        }
        line.pass(Faults.Point.MOVED);
        return moved;
    }

    @Override
    public void remove(FolderPath path, List<ItemId> ids) throws FailureException {
        line.pass(Faults.Point.REMOVE);
        if (!traits().removes()) {
            throw MemoryFailure.REFUSED.raise();
        }
        synchronized (mailbox) {
            MemoryFolder folder = store.existing(path);
            ids.forEach(folder::remove);
        }
    }
}
