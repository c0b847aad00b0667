package org.mailwain.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
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

/** A target that keeps no keywords, and turns dates to come into its own now. */
record LossyWriter(MailboxWriter real, Instant now) implements MailboxWriter {
    @Override
    public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
        Map<Long, AppendBatch> drawn = new HashMap<>();
        Feed<AppendBatch> lossy = new Feed<>() {
            @Override
            public AppendBatch poll() throws CancelledException {
                return less(batches.poll());
            }

            @Override
            public AppendBatch take() throws CancelledException {
                return less(batches.take());
            }

            private AppendBatch less(AppendBatch batch) {
                if (batch == null) {
                    return null;
                }
                drawn.put(batch.number(), batch);
                List<AppendItem> items =
                        batch.items().stream().map(LossyWriter.this::less).toList();
                return new AppendBatch(batch.folder(), batch.number(), items);
            }
        };
        real.append(lossy, (batch, outcomes) -> sink.answered(drawn.remove(batch.number()), outcomes));
    }

    private AppendItem less(AppendItem item) {
        Flags flags = Flags.of(item.flags().system(), Set.of());
        Instant received = item.received() != null && item.received().isAfter(now) ? now : item.received();
        return new AppendItem(item.key(), flags, received, item.body());
    }

    @Override
    public Traits traits() {
        return real.traits();
    }

    @Override
    public List<Folder> folders() throws FailureException {
        return real.folders();
    }

    @Override
    public FolderStatus state(FolderPath folder) throws FailureException {
        return real.state(folder);
    }

    @Override
    public List<FolderStatus> states(Collection<FolderPath> folders) throws FailureException {
        return real.states(folders);
    }

    @Override
    public Growth compare(FolderState before, FolderState after) {
        return real.compare(before, after);
    }

    @Override
    public void list(Feed<ListRequest> requests, ListSink sink) throws FailureException {
        real.list(requests, sink);
    }

    @Override
    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
        real.fetch(requests, sink);
    }

    @Override
    public void changes(FolderPath folder, FolderState since, ChangeSink sink) throws FailureException {
        real.changes(folder, since, sink);
    }

    @Override
    public List<EnsuredFolder> ensureFolders(List<FolderWish> wishes) throws FailureException {
        return real.ensureFolders(wishes);
    }

    @Override
    public void settle(FolderPath folder, Mark from, StandingSink sink) throws FailureException {
        real.settle(folder, from, sink);
    }

    @Override
    public List<Failure> setFlags(FolderPath folder, List<FlagChange> changes) throws FailureException {
        return real.setFlags(folder, changes);
    }

    @Override
    public void remove(FolderPath folder, List<ItemId> ids) throws FailureException {
        real.remove(folder, ids);
    }

    @Override
    public void close() {
        real.close();
    }
}
