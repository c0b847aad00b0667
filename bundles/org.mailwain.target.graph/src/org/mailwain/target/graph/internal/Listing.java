package org.mailwain.target.graph.internal;

import com.microsoft.graph.models.InternetMessageHeader;
import com.microsoft.graph.models.Message;
import com.microsoft.graph.models.MessageCollectionResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.ChangeSink;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.Standing;
import org.mailwain.api.provider.StandingSink;

/** Listings of folders: one paged request for all that is wanted, never one per message. */
final class Listing {
    private static final int PAGE = 200;
    private static final String ITEM = "id,createdDateTime,receivedDateTime,isRead,isDraft,flag,categories";
    /** Servers' clocks differ, and a message that is made elsewhere first is older than its arrival. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final Duration STAGED_MARGIN = Duration.ofHours(1);

    private final Wire wire;
    private final Paths paths;
    private final FolderTree tree;
    private final Properties properties;
    private final Reading reading;

    Listing(Wire wire, Paths paths, FolderTree tree, Properties properties, Reading reading) {
        this.wire = wire;
        this.paths = paths;
        this.tree = tree;
        this.properties = properties;
        this.reading = reading;
    }

    /** Takes pages of messages. */
    private interface Pages {
        void page(List<Message> messages) throws FailureException;
    }

    private void each(FolderPath path, String select, int top, boolean newestFirst, Instant from, Pages pages)
            throws FailureException {
        StringBuilder url = new StringBuilder(Paths.v1(paths.folder(tree.id(path))))
                .append("/messages?$top=")
                .append(top)
                .append("&$select=")
                .append(select)
                .append('&')
                .append(Paths.query("$expand", properties.expand()))
                .append('&')
                .append(Paths.query("$orderby", "createdDateTime " + (newestFirst ? "desc" : "asc")));
        if (from != null) {
            url.append('&').append(Paths.query("$filter", "createdDateTime ge " + from));
        }
        String next = url.toString();
        while (next != null) {
            MessageCollectionResponse page;
            try {
                page = wire.read(Ask.get(next), MessageCollectionResponse::createFromDiscriminatorValue);
            } catch (Refused e) {
                throw tree.gone(path, e);
            }
            pages.page(page.getValue());
            next = page.getOdataNextLink();
        }
    }

    void list(Feed<ListRequest> requests, ListSink sink) throws FailureException {
        wire.check();
        for (ListRequest request = requests.take(); request != null; request = requests.take()) {
            wire.check();
            list(request, sink);
        }
    }

    /** A failure of the sink's goes through; one of the folder's is told to the sink. */
    private void list(ListRequest request, ListSink sink) throws FailureException {
        boolean[] theirs = {false};
        try {
            FolderStatus status = tree.status(request.folder());
            Mark from = request.from();
            boolean since = from != null && from.epoch().equals(status.epoch()) && from.next() > 1;
            theirs[0] = true;
            sink.begin(request, status);
            theirs[0] = false;
            each(
                    request.folder(),
                    ITEM,
                    Math.min(PAGE, request.pageSize()),
                    request.order() == ListRequest.Order.NEWEST_FIRST,
                    since ? Instant.ofEpochMilli(from.next()) : null,
                    messages -> {
                        theirs[0] = true;
                        sink.page(
                                request.folder(),
                                messages.stream().map(this::listed).toList());
                        theirs[0] = false;
                    });
        } catch (FailureException e) {
            if (theirs[0] || e.failure().scope() != Scope.FOLDER && e.failure().scope() != Scope.MESSAGE) {
                throw e;
            }
            sink.failed(request.folder(), e.failure().at(Scope.FOLDER));
            return;
        }
        sink.end(request.folder());
    }

    ListedItem listed(Message message) {
        int size = Properties.number(message, Properties.SIZE);
        return new ListedItem(
                ItemId.of(message.getId()),
                size > 0 ? size : -1,
                instant(message.getReceivedDateTime()),
                Marks.of(message));
    }

    static Instant instant(OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    static long position(Message message) {
        Instant created = instant(message.getCreatedDateTime());
        return created == null ? 1 : created.toEpochMilli();
    }

    /** Everything: there is no state to compare with. */
    void changes(FolderPath path, ChangeSink sink) throws FailureException {
        List<ItemId> before = new ArrayList<>();
        each(path, ITEM, PAGE, false, null, messages -> {
            if (!before.isEmpty()) {
                sink.standing(List.copyOf(before), false);
                before.clear();
            }
            List<ListedItem> items = messages.stream().map(this::listed).toList();
            sink.changed(items);
            items.forEach(item -> before.add(item.id()));
        });
        sink.standing(List.copyOf(before), true);
    }

    /**
     * What stands there from the mark on. Of what is a little older, only what carries our key: it is said to stand at
     * the mark.
     */
    void settle(FolderPath path, Mark from, StandingSink sink) throws FailureException {
        FolderStatus status = tree.status(path);
        boolean since = from.epoch().equals(status.epoch()) && from.next() > 1;
        Duration margin = Creator.stages(wire.settings()) ? STAGED_MARGIN : MARGIN;
        Instant first = since ? Instant.ofEpochMilli(Math.max(0, from.next() - margin.toMillis())) : null;
        long least = since ? from.next() : 1;
        each(path, ITEM + ",internetMessageId,internetMessageHeaders", PAGE, false, first, messages -> {
            List<Standing> page = new ArrayList<>();
            for (Message message : messages) {
                Optional<AppendKey> key = properties.key(message);
                long position = position(message);
                if (position >= least || key.isPresent()) {
                    Failure less = properties.less(message);
                    page.add(new Standing(listed(message), Math.max(position, least), identity(message), key, less));
                }
            }
            if (!page.isEmpty()) {
                sink.page(page);
            }
        });
    }

    private HeaderIdentity identity(Message message) throws FailureException {
        List<InternetMessageHeader> headers = message.getInternetMessageHeaders();
        if (headers != null && !headers.isEmpty()) {
            byte[] text = header(headers);
            return HeaderIdentity.of(text, text.length);
        }
        try (InputStream mime = reading.mime(message.getId())) {
            byte[] start = mime.readNBytes(HeaderIdentity.MAX_HEADER);
            return HeaderIdentity.of(start, start.length);
        } catch (Refused | IOException e) {
            byte[] id = ("Message-ID: " + message.getInternetMessageId() + "\r\n").getBytes(StandardCharsets.UTF_8);
            return HeaderIdentity.of(id, id.length);
        }
    }

    /** The header again, with an empty line at the end. Our own are one character for each byte. */
    static byte[] header(List<InternetMessageHeader> headers) {
        StringBuilder text = new StringBuilder();
        for (InternetMessageHeader header : headers) {
            text.append(header.getName()).append(": ");
            text.append(header.getValue() == null ? "" : header.getValue().replaceAll("[\\r\\n]+", " "));
            text.append("\r\n");
        }
        String all = text.append("\r\n").toString();
        boolean bytes = all.chars().allMatch(c -> c < 256);
        return all.getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
