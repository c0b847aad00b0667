package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListRequest.Order;
import org.mailwain.api.provider.MailboxReader;

/** Listings. */
public interface ListContract extends MailboxContract {
    @Test
    default void aListingNamesWhatStandsThereOnce() throws Exception {
        FolderPath place = placeWith(12);
        try (MailboxReader session = open()) {
            List<ListedItem> items = Sessions.list(session, place);
            assertThat(items).extracting(ListedItem::id).hasSize(12).doesNotHaveDuplicates();
            assertThat(Sessions.names(session, place, items))
                    .containsExactlyInAnyOrderElementsOf(
                            Samples.mails(12).stream().map(Mail::id).toList());
        }
    }

    @Test
    default void pagesAreNoLongerThanAskedAndInTheOrderAsked() throws Exception {
        FolderPath place = placeWith(11);
        try (MailboxReader session = open()) {
            Listings oldest = new Listings();
            session.list(Feed.of(List.of(new ListRequest(place, null, Order.OLDEST_FIRST, 4))), oldest);
            assertThat(oldest.only().pages()).hasSizeGreaterThanOrEqualTo(3);
            Listings newest = new Listings();
            session.list(Feed.of(List.of(new ListRequest(place, null, Order.NEWEST_FIRST, 4))), newest);
            assertThat(newest.only().items().reversed()).isEqualTo(oldest.only().items());
        }
    }

    @Test
    default void anEmptyFolderBeginsAndEnds() throws Exception {
        FolderPath place = place();
        try (MailboxReader session = open()) {
            Listings sink = new Listings();
            session.list(Feed.of(List.of(ListRequest.all(place))), sink);
            assertThat(sink.only().items()).isEmpty();
            assertThat(sink.only().status().count()).isLessThanOrEqualTo(0);
        }
    }

    @Test
    default void fromAMarkOnNothingThatIsNewIsMissing() throws Exception {
        FolderPath place = placeWith(5);
        Mark mark;
        try (MailboxReader session = open()) {
            mark = session.state(place).mark();
            if (mark.next() > 1 && !fixture().coarseMarks()) {
                assertThat(Sessions.list(session, ListRequest.from(place, mark)))
                        .isEmpty();
            }
        }
        deliver(place, List.of(Mail.number(6), Mail.number(7)));
        try (MailboxReader session = open()) {
            List<String> names = Sessions.names(session, place, Sessions.list(session, ListRequest.from(place, mark)));
            assertThat(names).contains(Mail.number(6).id(), Mail.number(7).id());
            if (mark.next() > 1 && !fixture().coarseMarks()) {
                assertThat(names).hasSize(2);
            }
        }
    }

    @Test
    default void aMarkOfAnotherEpochListsAll() throws Exception {
        FolderPath place = placeWith(3);
        try (MailboxReader session = open()) {
            Mark strange = new Mark(new Epoch("918273645"), 1_000_000);
            assertThat(Sessions.list(session, ListRequest.from(place, strange))).hasSize(3);
        }
    }

    @Test
    default void manyFoldersGoThroughOneFeed() throws Exception {
        List<FolderPath> folders = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            FolderPath path = FolderPath.of("Many", "number " + i);
            MailboxContract.needs(fixture().create(path), "make folders");
            deliver(path, Samples.mails(i % 4));
            folders.add(path);
        }
        try (MailboxReader session = open()) {
            WatchedFeed<ListRequest> feed = new WatchedFeed<>(
                    folders.stream().map(ListRequest::all).toList(),
                    session.traits().pipelining(),
                    true);
            Listings sink = new Listings(folder -> feed.answered());
            session.list(feed, sink);
            feed.assertAllAnswered();
            assertThat(sink.all()).extracting(Listings.Listing::folder).containsExactlyInAnyOrderElementsOf(folders);
            for (Listings.Listing listing : sink.all()) {
                assertThat(listing.items()).hasSize(folders.indexOf(listing.folder()) % 4);
            }
        }
    }

    @Test
    default void aFolderThatFailsLeavesTheOthersGoing() throws Exception {
        FolderPath place = placeWith(2);
        FolderPath missing = FolderPath.of("Never made");
        try (MailboxReader session = open()) {
            Listings sink = new Listings();
            session.list(
                    Feed.of(List.of(ListRequest.all(missing), ListRequest.all(place), ListRequest.all(missing))), sink);
            assertThat(sink.all()).hasSize(3);
            for (Listings.Listing listing : sink.all()) {
                if (listing.folder().equals(missing)) {
                    Sessions.checkFolder(listing.failure());
                } else {
                    assertThat(listing.failure()).isNull();
                    assertThat(listing.items()).hasSize(2);
                }
            }
        }
    }

    @Test
    default void theStatusIsOfTheTimeBeforeTheFirstItem() throws Exception {
        FolderPath place = placeWith(3);
        FolderStatus before;
        try (MailboxReader session = open()) {
            Listings sink = new Listings() {
                @Override
                public void page(FolderPath folder, List<ListedItem> items) throws FailureException {
                    super.page(folder, items);
                    ListContract.this.meanwhile(folder);
                }
            };
            session.list(Feed.of(List.of(new ListRequest(place, null, Order.OLDEST_FIRST, 2))), sink);
            before = sink.only().status();
        }
        try (MailboxReader session = open()) {
            Growth growth = session.compare(before.state(), session.state(place).state());
            assertThat(growth)
                    .as("comparison with a state from before a delivery")
                    .isNotEqualTo(Growth.SAME);
            List<String> late =
                    Sessions.names(session, place, Sessions.list(session, ListRequest.from(place, before.mark())));
            assertThat(late).contains(Mail.number(77).id());
        }
    }

    /** Somebody delivers message 77 while a listing runs. */
    private void meanwhile(FolderPath folder) {
        try {
            if (Sessions.within(fixture().patience(), () -> fixture().deliver(folder, Mail.number(77)))) {
                return;
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("message 77 was not delivered");
    }

    @Test
    default void idsStayTheSameOverSessions() throws Exception {
        FolderPath place = placeWith(6);
        List<ItemId> first = idsOf(place);
        deliver(place, List.of(Mail.number(7)));
        List<ItemId> second = idsOf(place);
        assertThat(second).hasSize(7).containsAll(first).doesNotHaveDuplicates();
        try (MailboxReader session = open()) {
            List<ListedItem> items = Sessions.list(session, place).stream()
                    .filter(item -> first.contains(item.id()))
                    .toList();
            assertThat(Sessions.names(session, place, items))
                    .containsExactlyInAnyOrderElementsOf(
                            Samples.mails(6).stream().map(Mail::id).toList());
        }
        if (fixture().expunge(place, Mail.number(3).id())) {
            assertThat(idsOf(place)).hasSize(6).isSubsetOf(second);
        }
    }

    private List<ItemId> idsOf(FolderPath folder) throws Exception {
        try (MailboxReader session = open()) {
            return Sessions.list(session, folder).stream().map(ListedItem::id).toList();
        }
    }

    @Test
    default void equalMessagesAreSeveralItems() throws Exception {
        FolderPath place = place();
        try (MailboxReader session = open()) {
            MailboxContract.needs(!session.traits().dedupes(), "hold equal messages");
        }
        deliver(place, List.of(Mail.number(1), Mail.number(1), Mail.number(2), Mail.number(1)));
        List<ItemId> ids = idsOf(place);
        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
        assertThat(idsOf(place)).isEqualTo(ids);
        try (MailboxReader session = open()) {
            assertThat(Sessions.names(session, place, Sessions.list(session, place)))
                    .containsExactlyInAnyOrder(
                            Mail.number(1).id(),
                            Mail.number(1).id(),
                            Mail.number(1).id(),
                            Mail.number(2).id());
        }
        if (fixture().expunge(place, Mail.number(1).id())) {
            assertThat(idsOf(place)).hasSize(3).isSubsetOf(ids).doesNotHaveDuplicates();
        }
    }

    @Test
    default void anItemStandsUnderAllItsLabels() throws Exception {
        FolderPath place = placeWith(2);
        FolderPath label = FolderPath.of("Label");
        MailboxContract.needs(
                fixture().create(label) && fixture().label(place, Mail.number(1).id(), label), "put labels");
        try (MailboxReader session = open()) {
            List<ListedItem> there = Sessions.list(session, place);
            assertThat(there)
                    .filteredOn(item -> item.placements().contains(label))
                    .hasSize(1);
            assertThat(there).noneMatch(item -> item.placements().contains(place));
            List<ListedItem> labelled = Sessions.list(session, label);
            assertThat(labelled).hasSize(1);
            assertThat(labelled.getFirst().placements()).contains(place);
            assertThat(there)
                    .extracting(ListedItem::id)
                    .contains(labelled.getFirst().id());
        }
    }
}
