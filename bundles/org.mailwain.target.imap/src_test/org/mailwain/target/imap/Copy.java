package org.mailwain.target.imap;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.EnsuredFolder;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;

/** Copies a mailbox without a ledger: what the two sessions can do when nothing else is in the way. */
final class Copy {
    private static final int BATCH_BYTES = 1 << 20;
    private static final AppendBatch END = new AppendBatch(FolderPath.INBOX, -1, List.of());

    private final int batchItems;
    private final BlockingQueue<AppendBatch> batches = new ArrayBlockingQueue<>(16);
    public final List<String> notStored = new ArrayList<>();
    public final List<Failure> refused = new ArrayList<>();
    public int stored;
    public int sized;
    public long bytes;

    /** @param batchItems 1 to see each message's own fate */
    public Copy(int batchItems) {
        this.batchItems = batchItems;
    }

    public interface Opened<S> extends Callable<S> {}

    private static <R> FutureTask<R> async(Callable<R> work) {
        FutureTask<R> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    public void run(Opened<MailboxReader> source, Opened<MailboxWriter> target) throws Exception {
        FutureTask<MailboxWriter> opening = async(() -> {
            MailboxWriter writer = target.call();
            writer.folders();
            return writer;
        });
        try (MailboxReader reader = source.call();
                MailboxWriter writer = waited(opening, reader)) {
            List<Folder> folders = reader.folders();
            FutureTask<List<EnsuredFolder>> making = async(() -> ensure(writer, folders));
            Listed listed = new Listed();
            reader.list(
                    Feed.of(folders.stream()
                            .filter(Folder::selectable)
                            .map(f -> ListRequest.all(f.path()))
                            .toList()),
                    listed);
            making.get().stream().filter(e -> e.failure() != null).forEach(e -> refused.add(e.failure()));
            FutureTask<Object> writing = async(() -> {
                write(writer);
                return null;
            });
            read(reader, listed.items);
            batches.put(END);
            writing.get();
        }
    }

    /** Keeps what was listed. */
    static final class Listed implements ListSink {
        final Map<FolderPath, List<ListedItem>> items = new LinkedHashMap<>();

        @Override
        public void begin(ListRequest request, FolderStatus status) {
            items.put(request.folder(), new ArrayList<>());
        }

        @Override
        public void page(FolderPath folder, List<ListedItem> page) {
            items.get(folder).addAll(page);
        }

        @Override
        public void end(FolderPath folder) {
            // all of it is there
        }

        @Override
        public void failed(FolderPath folder, Failure failure) {
            throw new AssertionError(folder + " " + failure);
        }
    }

    private static MailboxWriter waited(FutureTask<MailboxWriter> opening, MailboxReader reader) throws Exception {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            reader.close();
            throw e;
        }
    }

    private static List<EnsuredFolder> ensure(MailboxWriter writer, List<Folder> folders) throws FailureException {
        return writer.ensureFolders(folders.stream()
                .filter(Folder::selectable)
                .map(f -> new FolderWish(f.path(), f.specialUse().stream().findFirst(), true))
                .toList());
    }

    private void read(MailboxReader reader, Map<FolderPath, List<ListedItem>> listed) throws Exception {
        Building building = new Building();
        reader.fetch(requests(listed), building);
        building.flush();
    }

    private static Feed<FetchRequest> requests(Map<FolderPath, List<ListedItem>> listed) {
        List<FetchRequest> requests = new ArrayList<>();
        listed.forEach((folder, items) -> {
            List<ListedItem> window = new ArrayList<>();
            long size = 0;
            for (Iterator<ListedItem> all = items.iterator(); all.hasNext(); ) {
                ListedItem item = all.next();
                window.add(item);
                size += item.size();
                if (size >= BATCH_BYTES || !all.hasNext()) {
                    requests.add(new FetchRequest(folder, window, FetchRequest.Part.FULL));
                    window = new ArrayList<>();
                    size = 0;
                }
            }
        });
        return Feed.of(requests);
    }

    private final class Building implements FetchSink {
        private FolderPath folder;
        private List<AppendItem> items = new ArrayList<>();
        private long size;
        private long number;

        @Override
        public void item(FetchRequest request, ListedItem item, Body body) {
            if (!request.folder().equals(folder) || items.size() == batchItems || size >= BATCH_BYTES) {
                flush();
            }
            folder = request.folder();
            items.add(new AppendItem(new AppendKey(0, number++), item.flags(), item.received(), body));
            size += body.size();
        }

        void flush() {
            if (!items.isEmpty()) {
                try {
                    batches.put(new AppendBatch(folder, number, items));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                items = new ArrayList<>();
                size = 0;
            }
        }

        @Override
        public void vanished(FetchRequest request, List<ListedItem> gone) {
            notStored.add("vanished " + request.folder() + " " + gone.size());
        }

        @Override
        public void failed(FetchRequest request, List<ListedItem> unread, Failure failure) {
            notStored.add("failed " + request.folder() + " " + unread.size() + " " + failure);
        }
    }

    private void write(MailboxWriter writer) throws FailureException {
        Feed<AppendBatch> feed = new Feed<>() {
            private boolean over;

            @Override
            public AppendBatch poll() {
                return over ? null : checked(batches.poll());
            }

            @Override
            public AppendBatch take() {
                try {
                    return over ? null : checked(batches.take());
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            private AppendBatch checked(AppendBatch batch) {
                over = batch == END;
                return over ? null : batch;
            }
        };
        writer.append(feed, (batch, outcomes) -> {
            for (int i = 0; i < outcomes.size(); i++) {
                AppendItem item = batch.items().get(i);
                switch (outcomes.get(i)) {
                    case Outcome.Stored done -> {
                        stored++;
                        bytes += item.body().size();
                        sized += done.seen().size() == item.body().size() ? 1 : 0;
                        if (done.seen().size() >= 0
                                && done.seen().size() != item.body().size()) {
                            notStored.add("changed " + batch.folder() + " "
                                    + item.body().size() + " " + done.seen().size());
                        }
                    }
                    case Outcome.Refused no -> {
                        notStored.add("refused " + batch.folder() + " " + no.failure());
                        refused.add(no.failure());
                    }
                    case Outcome.Unknown open -> notStored.add("unknown " + batch.folder() + " " + open.failure());
                }
                item.body().close();
            }
        });
    }
}
