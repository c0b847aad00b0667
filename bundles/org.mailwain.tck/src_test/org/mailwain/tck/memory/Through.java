package org.mailwain.tck.memory;

import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.ChangeSink;
import org.mailwain.api.provider.EnsuredFolder;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.api.provider.StandingSink;
import org.mailwain.api.provider.Traits;

/** Passes everything on to an honest session. */
class Through implements MailboxWriter {
    final MailboxWriter honest;

    Through(MailboxWriter honest) {
        this.honest = honest;
    }

    @Override
    public Traits traits() {
        return honest.traits();
    }

    @Override
    public List<Folder> folders() throws FailureException {
        return honest.folders();
    }

    @Override
    public FolderStatus state(FolderPath folder) throws FailureException {
        return honest.state(folder);
    }

    @Override
    public Growth compare(FolderState before, FolderState now) {
        return honest.compare(before, now);
    }

    @Override
    public void list(Feed<ListRequest> requests, ListSink sink) throws FailureException {
        honest.list(requests, sink);
    }

    @Override
    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
        honest.fetch(requests, sink);
    }

    @Override
    public void changes(FolderPath folder, FolderState since, ChangeSink sink) throws FailureException {
        honest.changes(folder, since, sink);
    }

    @Override
    public List<EnsuredFolder> ensureFolders(List<FolderWish> wishes) throws FailureException {
        return honest.ensureFolders(wishes);
    }

    @Override
    public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
        honest.append(batches, sink);
    }

    @Override
    public void settle(FolderPath folder, Mark from, StandingSink sink) throws FailureException {
        honest.settle(folder, from, sink);
    }

    @Override
    public List<Failure> setFlags(FolderPath folder, List<FlagChange> changes) throws FailureException {
        return honest.setFlags(folder, changes);
    }

    @Override
    public void remove(FolderPath folder, List<ItemId> ids) throws FailureException {
        honest.remove(folder, ids);
    }

    @Override
    public void close() {
        honest.close();
    }
}
