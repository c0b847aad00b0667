package org.mailwain.engine.internal.recognise;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.body.StoredBody;

/** Reads messages for their SHA-256 alone. */
public final class Contents {
    private static final int PAGE = 50;

    private Contents() {}

    /** Digests of those that could be read; compare them with {@link ByteBuffer#wrap}. */
    public static Map<ItemId, ByteBuffer> sha256(MailboxReader reader, FolderPath folder, List<ListedItem> items)
            throws FailureException {
        Map<ItemId, ByteBuffer> digests = new HashMap<>();
        List<FetchRequest> requests = new ArrayList<>();
        for (int at = 0; at < items.size(); at += PAGE) {
            List<ListedItem> page = items.subList(at, Math.min(at + PAGE, items.size()));
            requests.add(new FetchRequest(folder, page, FetchRequest.Part.FULL));
        }
        if (!requests.isEmpty()) {
            reader.fetch(Feed.of(requests), new Sink(digests));
        }
        return digests;
    }

    private record Sink(Map<ItemId, ByteBuffer> digests) implements FetchSink {
        @Override
        public void item(FetchRequest request, ListedItem item, Body body) throws FailureException {
            try (body) {
                digests.put(item.id(), ByteBuffer.wrap(StoredBody.of(body).sha256()));
            } catch (IOException e) {
                throw new FailureException(EngineFailure.SPOOL.with(request.folder(), e.getMessage()), e);
            }
        }

        @Override
        public void vanished(FetchRequest request, List<ListedItem> items) {
            // has no digest
        }

        @Override
        public void failed(FetchRequest request, List<ListedItem> items, Failure failure) throws FailureException {
            if (failure.scope() != Scope.MESSAGE && failure.scope() != Scope.FOLDER) {
                throw new FailureException(failure);
            }
        }
    }
}
