package org.mailwain.target.graph.internal;

import com.microsoft.graph.models.InternetMessageHeader;
import com.microsoft.graph.models.Message;
import com.microsoft.kiota.HttpMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.target.graph.GraphFailure;

/** Reads messages: what is known of each, and its MIME or its header. */
final class Reading {
    private static final String ITEM =
            "id,createdDateTime,receivedDateTime,isRead,isDraft,flag,categories,parentFolderId";

    private final Wire wire;
    private final Paths paths;
    private final FolderTree tree;
    private final Properties properties;
    private final BodyStore bodies;
    private final LimitLease limits;

    Reading(Wire wire, Paths paths, FolderTree tree, Properties properties, BodyStore bodies, LimitLease limits) {
        this.wire = wire;
        this.paths = paths;
        this.tree = tree;
        this.properties = properties;
        this.bodies = bodies;
        this.limits = limits;
    }

    /** The message as MIME; the caller closes it. */
    InputStream mime(String id) throws FailureException {
        return wire.stream(new Ask(HttpMethod.GET, Paths.v1(paths.message(id)) + "/$value", null, null, 1));
    }

    void fetch(Feed<FetchRequest> requests, FetchSink sink, Listing listing) throws FailureException {
        wire.check();
        for (FetchRequest request = requests.take(); request != null; request = requests.take()) {
            wire.check();
            String folder;
            try {
                folder = tree.id(request.folder());
            } catch (FailureException e) {
                if (e.failure().scope() != Scope.FOLDER) {
                    throw e;
                }
                if (!request.items().isEmpty()) {
                    sink.failed(request, request.items(), e.failure());
                }
                continue;
            }
            items(request, folder, sink, listing);
        }
    }

    private void items(FetchRequest request, String folder, FetchSink sink, Listing listing) throws FailureException {
        boolean headers = request.part() == FetchRequest.Part.HEADER;
        List<ListedItem> vanished = new ArrayList<>();
        for (ListedItem item : request.items()) {
            Message message;
            Body body;
            try {
                message = message(item, headers);
                if (!folder.equals(message.getParentFolderId())) {
                    vanished.add(item);
                    continue;
                }
                body = headers ? header(message) : full(item, message.getId());
            } catch (Refused e) {
                if (e.isMissing()) {
                    vanished.add(item);
                } else if (e.failure().scope() == Scope.MESSAGE) {
                    sink.failed(request, List.of(item), e.failure());
                } else {
                    throw e;
                }
                continue;
            }
            try {
                sink.item(request, listing.listed(message), body);
            } catch (FailureException | RuntimeException e) {
                body.close();
                throw e;
            }
        }
        if (!vanished.isEmpty()) {
            sink.vanished(request, vanished);
        }
    }

    private Message message(ListedItem item, boolean headers) throws FailureException {
        String url = Paths.v1(paths.message(item.id().toString())) + "?$select=" + ITEM
                + (headers ? ",internetMessageHeaders" : "") + "&"
                + Paths.query("$expand", properties.expand());
        return wire.read(Ask.get(url), Message::createFromDiscriminatorValue);
    }

    private Body full(ListedItem item, String id) throws FailureException {
        limits.acquire(LimitLease.Kind.MESSAGES, 1);
        try (InputStream mime = mime(id)) {
            Body body = bodies.receive(mime, -1);
            try {
                limits.acquire(LimitLease.Kind.BYTES, body.size());
            } catch (FailureException e) {
                body.close();
                throw e;
            }
            return body;
        } catch (IOException e) {
            wire.check();
            Failure lost = GraphFailure.LOST.with(wire.mailbox(), String.valueOf(e.getMessage()));
            throw wire.end(lost);
        }
    }

    private Body header(Message message) throws FailureException {
        List<InternetMessageHeader> headers = message.getInternetMessageHeaders();
        byte[] header;
        try {
            if (headers != null && !headers.isEmpty()) {
                header = Listing.header(headers);
            } else {
                try (InputStream mime = mime(message.getId())) {
                    header = start(mime.readNBytes(HeaderIdentity.MAX_HEADER));
                }
            }
            int length = Math.min(header.length, HeaderIdentity.MAX_HEADER);
            limits.acquire(LimitLease.Kind.MESSAGES, 1);
            limits.acquire(LimitLease.Kind.BYTES, length);
            return bodies.receive(new ByteArrayInputStream(header, 0, length), length);
        } catch (IOException e) {
            wire.check();
            throw wire.end(GraphFailure.LOST.with(wire.mailbox(), String.valueOf(e.getMessage())));
        }
    }

    private static byte[] start(byte[] message) {
        for (int i = 0; i + 3 < message.length; i++) {
            if (message[i] == '\r' && message[i + 1] == '\n' && message[i + 2] == '\r' && message[i + 3] == '\n') {
                return Arrays.copyOf(message, i + 4);
            }
        }
        return message;
    }
}
