package org.mailwain.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
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
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.api.provider.StandingSink;
import org.mailwain.api.provider.Traits;

/** A target that behaves like another. What it changes of messages and answers, others say. */
class PassingWriter implements MailboxWriter {
    private final MailboxWriter real;

    PassingWriter(MailboxWriter real) {
        this.real = real;
    }

    /** What is sent in place of the item. */
    protected AppendItem changed(AppendItem item) {
        return item;
    }

    /** What is answered in place of the outcome. */
    protected Outcome changed(AppendItem item, Outcome outcome) {
        return outcome;
    }

    @Override
    public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
        Map<Long, AppendBatch> drawn = new HashMap<>();
        Feed<AppendBatch> changed = new Feed<>() {
            @Override
            public AppendBatch poll() throws CancelledException {
                return other(batches.poll());
            }

            @Override
            public AppendBatch take() throws CancelledException {
                return other(batches.take());
            }

            private AppendBatch other(AppendBatch batch) {
                if (batch == null) {
                    return null;
                }
                drawn.put(batch.number(), batch);
                List<AppendItem> items =
                        batch.items().stream().map(PassingWriter.this::changed).toList();
                return new AppendBatch(batch.folder(), batch.number(), items);
            }
        };
        real.append(changed, (batch, outcomes) -> {
            List<Outcome> answers = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                answers.add(changed(batch.items().get(i), outcomes.get(i)));
            }
            sink.answered(drawn.remove(batch.number()), answers);
        });
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
