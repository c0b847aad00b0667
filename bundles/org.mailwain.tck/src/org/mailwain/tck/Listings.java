package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;

/** Records listings and holds them against the order of calls that the sink promises. */
class Listings implements ListSink {
    /** One folder's listing. @param failure null where it ended well */
    record Listing(FolderPath folder, FolderStatus status, List<List<ListedItem>> pages, Failure failure) {
        List<ListedItem> items() {
            return pages.stream().flatMap(List::stream).toList();
        }
    }

    private final Thread thread = Thread.currentThread();
    private final List<Listing> done = new ArrayList<>();
    private final Consumer<FolderPath> answered;
    private ListRequest open;
    private FolderStatus status;
    private List<List<ListedItem>> pages = new ArrayList<>();

    Listings() {
        this(folder -> {});
    }

    Listings(Consumer<FolderPath> answered) {
        this.answered = answered;
    }

    List<Listing> all() {
        assertThat(open).as("a listing that was begun and never ended").isNull();
        return done;
    }

    Listing only() {
        assertThat(all()).as("listings").hasSize(1);
        assertThat(done.getFirst().failure()).as("failure of the listing").isNull();
        return done.getFirst();
    }

    @Override
    public void begin(ListRequest request, FolderStatus before) throws FailureException {
        onThread();
        assertThat(open).as("listing that is still open when the next begins").isNull();
        assertThat(before).as("status at the beginning").isNotNull();
        open = request;
        status = before;
        pages = new ArrayList<>();
    }

    @Override
    public void page(FolderPath folder, List<ListedItem> items) throws FailureException {
        onThread();
        assertThat(open).as("listing that a page belongs to").isNotNull();
        assertThat(folder).as("folder of the page").isEqualTo(open.folder());
        assertThat(items).as("a page").hasSizeLessThanOrEqualTo(open.pageSize());
        pages.add(List.copyOf(items));
    }

    @Override
    public void end(FolderPath folder) {
        onThread();
        assertThat(open).as("listing that ends").isNotNull();
        assertThat(folder).as("folder that ends").isEqualTo(open.folder());
        finish(folder, null);
    }

    @Override
    public void failed(FolderPath folder, Failure failure) {
        onThread();
        if (open != null) {
            assertThat(folder).as("folder that fails").isEqualTo(open.folder());
        }
        finish(folder, failure);
    }

    private void finish(FolderPath folder, Failure failure) {
        done.add(new Listing(folder, status, List.copyOf(pages), failure));
        open = null;
        status = null;
        pages = new ArrayList<>();
        answered.accept(folder);
    }

    private void onThread() {
        assertThat(Thread.currentThread()).as("thread of the sink").isSameAs(thread);
    }
}
