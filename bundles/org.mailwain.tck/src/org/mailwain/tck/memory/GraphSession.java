package org.mailwain.tck.memory;

import java.util.ArrayList;
import java.util.List;
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
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.api.provider.Standing;
import org.mailwain.api.provider.StandingSink;

/** A session on a {@link MemoryGraph}. */
final class GraphSession extends MemoryReader implements MailboxWriter {
    private final MemoryGraph mailbox;
    private final GraphStore store;
    private final Line line;
    private final GraphAppends appends;

    GraphSession(MemoryGraph mailbox, GraphStore store, Line line, BodyStore bodies) {
        super(store, line, bodies, mailbox.options().traits(), MemoryGraph.PAGE);
        this.mailbox = mailbox;
        this.store = store;
        this.line = line;
        this.appends = new GraphAppends(mailbox, line);
    }

    @Override
    public List<EnsuredFolder> ensureFolders(List<FolderWish> wishes) throws FailureException {
        List<EnsuredFolder> answers = new ArrayList<>();
        for (FolderWish wish : wishes) {
            line.pass(Faults.Point.ENSURE);
            answers.add(ensure(wish));
        }
        return answers;
    }

    private EnsuredFolder ensure(FolderWish wish) {
        FolderPath path = wish.path();
        if (path.names().stream().anyMatch(GraphSession::refused)) {
            return new EnsuredFolder(path, false, null, MemoryFailure.NAME.with(path));
        }
        synchronized (mailbox) {
            boolean made = mailbox.create(path, wish.use());
            return new EnsuredFolder(path, made, mailbox.folder(path).status(mailbox.now()), null);
        }
    }

    private static boolean refused(String name) {
        return name.isBlank()
                || name.length() > 255
                || !name.equals(name.strip())
                || name.chars().anyMatch(Character::isISOControl);
    }

    @Override
    public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
        appends.run(batches, sink);
    }

    @Override
    public void settle(FolderPath path, Mark from, StandingSink sink) throws FailureException {
        line.pass(Faults.Point.SETTLE);
        for (List<MemoryMessage> page : pages(store.standing(path, from), MemoryGraph.PAGE)) {
            sink.page(page.stream().map(message -> standing(path, message)).toList());
        }
    }

    private Standing standing(FolderPath path, MemoryMessage message) {
        byte[] header = store.served(message).header();
        return new Standing(
                store.listed(path, message),
                message.position(),
                HeaderIdentity.of(header, header.length),
                message.key());
    }

    @Override
    public List<Failure> setFlags(FolderPath path, List<FlagChange> changes) throws FailureException {
        List<Failure> refused = new ArrayList<>();
        store.existing(path);
        for (FlagChange change : changes) {
            line.pass(Faults.Point.FLAGS);
            if (store.find(path, change.id()) == null) {
                refused.add(MemoryFailure.NO_ITEM.with(change.id()));
            } else {
                mailbox.setFlags(path, change.id(), GraphAppends.kept(change.flags()));
            }
        }
        return refused;
    }

    @Override
    public void remove(FolderPath path, List<ItemId> ids) throws FailureException {
        store.existing(path);
        for (ItemId id : ids) {
            line.pass(Faults.Point.REMOVE);
            mailbox.delete(path, id);
        }
    }
}
