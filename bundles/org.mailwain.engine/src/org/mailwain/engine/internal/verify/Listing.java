package org.mailwain.engine.internal.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.engine.internal.job.Side;

/** Lists the folders of one side in one go; one that was begun and not ended is listed anew by the next session. */
final class Listing implements ListSink {
    private static final long NO_DATE = Long.MIN_VALUE;

    private final List<Place> places;
    private final Map<FolderPath, Place> byPath = new HashMap<>();
    private final Set<FolderPath> done = new HashSet<>();
    private final Scratch scratch;
    private final Spill items;
    private final Cancel cancel;

    /** @param places by their numbers */
    Listing(List<Place> places, Scratch scratch, long memory, Cancel cancel) {
        this.places = places;
        this.scratch = scratch;
        this.items = new Spill(scratch, memory);
        this.cancel = cancel;
        places.forEach(place -> byPath.put(place.path(), place));
    }

    <S extends MailboxReader> void run(Side<S> side) throws FailureException {
        side.persist(session -> {
            List<ListRequest> requests = places.stream()
                    .map(Place::path)
                    .filter(path -> !done.contains(path))
                    .map(ListRequest::all)
                    .toList();
            if (!requests.isEmpty()) {
                session.list(Feed.of(requests), this);
            }
            return null;
        });
    }

    @Override
    public void begin(ListRequest request, FolderStatus status) throws FailureException {
        Place place = byPath.get(request.folder());
        place.begin(status);
        place.taking().begin(status);
    }

    @Override
    public void page(FolderPath folder, List<ListedItem> page) throws FailureException {
        cancel.check();
        Place place = byPath.get(folder);
        try {
            for (ListedItem item : place.taking().of(page)) {
                items.add(pack(place, item));
                place.add(item.size());
            }
        } catch (IOException e) {
            throw scratch.broken(e);
        }
    }

    @Override
    public void end(FolderPath folder) {
        byPath.get(folder).listed();
        done.add(folder);
    }

    @Override
    public void failed(FolderPath folder, Failure failure) {
        byPath.get(folder).lane().fail(failure);
        done.add(folder);
    }

    /** What was listed, place by place. */
    Items items() throws IOException {
        return new Items(items.read());
    }

    void clear() throws IOException {
        items.clear();
    }

    private static byte[] pack(Place place, ListedItem item) {
        byte[] flags = Entry.flags(item.flags()).getBytes(StandardCharsets.UTF_8);
        byte[] id = item.id().bytes();
        ByteBuffer out = ByteBuffer.allocate(4 + 4 + 8 + 8 + 2 + flags.length + id.length);
        out.putInt(place.number()).putInt(place.listing()).putLong(item.size());
        out.putLong(item.received() == null ? NO_DATE : item.received().toEpochMilli());
        out.putShort((short) flags.length).put(flags).put(id);
        return out.array();
    }

    /** An item and where it stands. */
    record Listed(Place place, ListedItem item) {}

    /** Goes through what was listed of folders that could be listed, and whose lane can be compared. */
    final class Items {
        private final Cursor cursor;

        Items(Cursor cursor) {
            this.cursor = cursor;
        }

        /** The next, or null at the end. */
        Listed next() throws IOException {
            for (byte[] bytes = cursor.next(); bytes != null; bytes = cursor.next()) {
                ByteBuffer in = ByteBuffer.wrap(bytes);
                Place place = places.get(in.getInt());
                if (in.getInt() == place.listing()
                        && place.isListed()
                        && !place.lane().isBroken()) {
                    return new Listed(place, unpack(in));
                }
            }
            return null;
        }

        private ListedItem unpack(ByteBuffer in) {
            long size = in.getLong();
            long received = in.getLong();
            byte[] flags = new byte[in.getShort() & 0xFFFF];
            in.get(flags);
            byte[] id = new byte[in.remaining()];
            in.get(id);
            List<String> atoms = List.of(new String(flags, StandardCharsets.UTF_8).split(" "));
            return new ListedItem(
                    ItemId.of(id),
                    size,
                    received == NO_DATE ? null : Instant.ofEpochMilli(received),
                    Flags.parse(atoms));
        }
    }
}
