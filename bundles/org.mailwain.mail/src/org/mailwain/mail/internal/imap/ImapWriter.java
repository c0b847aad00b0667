package org.mailwain.mail.internal.imap;

import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.EnsuredFolder;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.api.provider.StandingSink;

/** An IMAP mailbox that is written. */
public final class ImapWriter extends ImapReader implements MailboxWriter {
    public ImapWriter(Session session) {
        super(session);
    }

    @Override
    public List<EnsuredFolder> ensureFolders(List<FolderWish> wishes) throws FailureException {
        return call(() -> new FolderMaking(session).run(wishes));
    }

    @Override
    public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
        call(() -> {
            new Appending(session, sink).run(batches);
            return null;
        });
    }

    @Override
    public void settle(FolderPath folder, Mark from, StandingSink sink) throws FailureException {
        call(() -> {
            new Settling(session, folder, sink).run(from);
            return null;
        });
    }

    @Override
    public List<Failure> setFlags(FolderPath folder, List<FlagChange> changes) throws FailureException {
        return call(() -> new Flagging(session, folder).set(changes));
    }

    /** One step of the server's alone: a copy and a removal could be cut in two. */
    @Override
    public boolean moves() {
        return session.profile.items().namesUids() && session.pipeline.has("MOVE") && session.pipeline.has("UIDPLUS");
    }

    @Override
    public List<Outcome.Stored> move(FolderPath from, List<ItemId> ids, FolderPath to) throws FailureException {
        return call(() -> new Moving(session, from, to).run(ids));
    }

    @Override
    public void remove(FolderPath folder, List<ItemId> ids) throws FailureException {
        call(() -> {
            new Flagging(session, folder).remove(ids);
            return null;
        });
    }
}
