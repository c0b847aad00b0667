package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;

/** Records what was fetched; each item of a request must be named once, and requests must be answered in order. */
class Fetched implements FetchSink {
    /** An item that came. @param bytes null where it vanished or failed */
    record Got(FetchRequest request, ListedItem item, byte[] bytes, Failure failure) {
        boolean vanished() {
            return bytes == null && failure == null;
        }
    }

    private final Thread thread = Thread.currentThread();
    private final List<Got> all = new ArrayList<>();
    private final List<FetchRequest> begun = new ArrayList<>();
    private final Set<ItemId> named = new HashSet<>();
    private final Consumer<FetchRequest> answered;

    Fetched() {
        this(request -> {});
    }

    Fetched(Consumer<FetchRequest> answered) {
        this.answered = answered;
    }

    List<Got> all() {
        return all;
    }

    /** Requests in the order in which they were first answered. */
    List<FetchRequest> begun() {
        return begun;
    }

    Got of(ItemId id) {
        return all.stream().filter(g -> g.item().id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public void item(FetchRequest request, ListedItem item, Body body) throws FailureException {
        try (body) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            body.writeTo(bytes);
            assertThat(body.size()).as("size of the body").isEqualTo(bytes.size());
            add(new Got(request, item, bytes.toByteArray(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void vanished(FetchRequest request, List<ListedItem> items) throws FailureException {
        items.forEach(item -> add(new Got(request, item, null, null)));
    }

    @Override
    public void failed(FetchRequest request, List<ListedItem> items, Failure failure) throws FailureException {
        assertThat(failure).as("reason of the failure").isNotNull();
        items.forEach(item -> add(new Got(request, item, null, failure)));
    }

    private void add(Got got) {
        assertThat(Thread.currentThread()).as("thread of the sink").isSameAs(thread);
        if (begun.isEmpty() || begun.getLast() != got.request()) {
            if (!begun.isEmpty()) {
                assertThat(named)
                        .as("items named when the next request is answered")
                        .isEqualTo(ids(begun.getLast()));
            }
            assertThat(begun).as("requests answered before").doesNotContain(got.request());
            begun.add(got.request());
            named.clear();
        }
        assertThat(named.add(got.item().id()))
                .as("%s is named once", got.item().id())
                .isTrue();
        assertThat(ids(got.request())).as("items asked for").contains(got.item().id());
        all.add(got);
        if (named.size() == got.request().items().size()) {
            answered.accept(got.request());
        }
    }

    private static Set<ItemId> ids(FetchRequest request) {
        Set<ItemId> ids = new HashSet<>();
        request.items().forEach(item -> ids.add(item.id()));
        return ids;
    }
}
