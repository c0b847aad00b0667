package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchRequest.Part;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.Traits.Fidelity;
import org.mailwain.tck.memory.MemoryBodies;

/** Fetching. */
public interface FetchContract extends MailboxContract {
    @Test
    default void whatStandsThereIsServedByteForByte() throws Exception {
        FolderPath place = place();
        List<Mail> taken = new ArrayList<>();
        for (Mail mail : Samples.odd()) {
            if (fixture().deliver(place, mail)) {
                taken.add(mail);
            }
        }
        if (fixture().deliver(place, Samples.endless(950))) {
            taken.add(Samples.endless(950));
        }
        assertThat(taken).as("odd messages that could be delivered").isNotEmpty();
        try (MailboxReader session = open()) {
            List<Fetched.Got> read = Sessions.read(session, place);
            assertThat(read).hasSameSizeAs(taken);
            for (Mail mail : taken) {
                byte[] bytes = read.stream()
                        .map(Fetched.Got::bytes)
                        .filter(b -> Mail.idOf(b).equals(mail.id()))
                        .findFirst()
                        .orElseThrow();
                if (session.traits().bytes() == Fidelity.EXACT) {
                    assertThat(bytes).as("%s", mail).isEqualTo(mail.bytes());
                }
            }
        }
    }

    @Test
    default void aListedSizeIsTheNumberOfBytesWhereItIsExact() throws Exception {
        FolderPath place = placeWith(5);
        try (MailboxReader session = open()) {
            for (Fetched.Got got : Sessions.read(session, place)) {
                if (session.traits().size() == Fidelity.EXACT) {
                    assertThat(got.item().size()).isEqualTo(got.bytes().length);
                } else {
                    assertThat(got.item().size()).isGreaterThanOrEqualTo(-1);
                }
            }
        }
    }

    @Test
    default void aLargeMessageComesWhole() throws Exception {
        FolderPath place = place();
        Mail large = Samples.large(1, 3_000_000);
        deliver(place, List.of(large, Mail.number(2)));
        try (MailboxReader session = open()) {
            List<Fetched.Got> read = Sessions.read(session, place);
            assertThat(read).hasSize(2);
            Fetched.Got got = read.stream()
                    .filter(g -> Mail.idOf(g.bytes()).equals(large.id()))
                    .findFirst()
                    .orElseThrow();
            if (session.traits().bytes() == Fidelity.EXACT) {
                assertThat(Arrays.equals(got.bytes(), large.bytes()))
                        .as("same bytes")
                        .isTrue();
            }
        }
    }

    @Test
    default void anItemComesWithItsFlagsAndDate() throws Exception {
        FolderPath place = place();
        List<Flags> flags = new ArrayList<>(List.of(Flags.NONE));
        if (fixture().keepsFlags()) {
            flags.add(Flags.of(SystemFlag.SEEN));
            flags.add(Flags.of(SystemFlag.ANSWERED, SystemFlag.FLAGGED));
        }
        if (fixture().keepsKeywords()) {
            flags.add(Flags.of(List.of(SystemFlag.SEEN), List.of("$Forwarded", "Work")));
        }
        for (int i = 0; i < flags.size(); i++) {
            deliver(place, List.of(Mail.number(i + 1).with(flags.get(i))));
        }
        try (MailboxReader session = open()) {
            List<ListedItem> listed = Sessions.list(session, place);
            for (Fetched.Got got : Sessions.read(session, place, listed)) {
                int number = numberOf(got.bytes());
                ListedItem before = listed.stream()
                        .filter(item -> item.id().equals(got.item().id()))
                        .findFirst()
                        .orElseThrow();
                assertThat(got.item().received()).isEqualTo(Mail.number(number).received());
                assertThat(before.received()).isIn(got.item().received(), (Instant) null);
                assertThat(got.item().flags()).isEqualTo(flags.get(number - 1));
                assertThat(before.flags()).isEqualTo(flags.get(number - 1));
            }
        }
    }

    private static int numberOf(byte[] bytes) {
        return Integer.parseInt(Mail.idOf(bytes).split("[.@]")[1]);
    }

    @Test
    default void flagsAreThoseOfNow() throws Exception {
        FolderPath place = placeWith(2);
        List<ListedItem> before;
        try (MailboxReader session = open()) {
            before = Sessions.list(session, place);
        }
        MailboxContract.needs(
                fixture().setFlags(place, Mail.number(2).id(), Flags.of(SystemFlag.FLAGGED)), "set flags");
        try (MailboxReader session = open()) {
            assertThat(Sessions.read(session, place, before))
                    .filteredOn(got -> got.item().flags().has(SystemFlag.FLAGGED))
                    .extracting(got -> numberOf(got.bytes()))
                    .containsExactly(2);
        }
    }

    @Test
    default void theHeaderAloneIsServedWhereItIsAskedFor() throws Exception {
        FolderPath place = place();
        deliver(place, List.of(Mail.number(1), Samples.large(2, 200_000), Mail.number(3)));
        MemoryBodies bodies = new MemoryBodies();
        try (MailboxReader session = fixture().open(Sessions.context(Cancel.NEVER, bodies))) {
            List<ListedItem> items = Sessions.list(session, place);
            List<Fetched.Got> full = Sessions.read(session, place, items);
            long before = bodies.bytes();
            Fetched headers = Sessions.fetch(session, place, items, Part.HEADER);
            assertThat(bodies.bytes() - before).as("bytes kept for headers").isLessThan(50_000);
            for (Fetched.Got whole : full) {
                byte[] header = headers.of(whole.item().id()).bytes();
                assertThat(header.length).isPositive().isLessThanOrEqualTo(HeaderIdentity.MAX_HEADER);
                assertThat(HeaderIdentity.of(header, header.length).fingerprint())
                        .isEqualTo(HeaderIdentity.of(whole.bytes(), whole.bytes().length)
                                .fingerprint());
                assertThat(new String(header, StandardCharsets.ISO_8859_1)).doesNotContain("This is message");
            }
        }
    }

    @Test
    default void requestsAreAnsweredInTheirOrder() throws Exception {
        FolderPath place = placeWith(9);
        try (MailboxReader session = open()) {
            List<ListedItem> items = Sessions.list(session, place);
            List<FetchRequest> requests = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                requests.add(new FetchRequest(place, items.subList(i, i + 1), i % 3 == 1 ? Part.HEADER : Part.FULL));
            }
            requests.add(new FetchRequest(place, items.subList(2, 7), Part.FULL));
            requests.add(new FetchRequest(place, items.reversed(), Part.FULL));
            WatchedFeed<FetchRequest> feed =
                    new WatchedFeed<>(requests, session.traits().pipelining(), true);
            Fetched sink = new Fetched(request -> feed.answered());
            session.fetch(feed, sink);
            feed.assertAllAnswered();
            assertThat(sink.begun()).isEqualTo(requests);
            assertThat(sink.all()).noneMatch(got -> got.bytes() == null);
        }
    }

    @Test
    default void whatLeftSinceItWasListedIsNamedAsVanished() throws Exception {
        FolderPath place = placeWith(4);
        List<ListedItem> items;
        List<String> names;
        try (MailboxReader session = open()) {
            items = Sessions.list(session, place);
            names = Sessions.names(session, place, items);
        }
        MailboxContract.needs(fixture().expunge(place, Mail.number(2).id()), "remove messages");
        try (MailboxReader session = open()) {
            for (Part part : Part.values()) {
                Fetched fetched = Sessions.fetch(session, place, items, part);
                for (int i = 0; i < items.size(); i++) {
                    Fetched.Got got = fetched.of(items.get(i).id());
                    assertThat(got.vanished())
                            .isEqualTo(names.get(i).equals(Mail.number(2).id()));
                    assertThat(got.failure()).isNull();
                }
            }
            assertThat(Sessions.list(session, place)).hasSize(3);
        }
    }

    @Test
    default void aFolderThatIsNotThereFailsItsItemsAlone() throws Exception {
        FolderPath place = placeWith(2);
        try (MailboxReader session = open()) {
            List<ListedItem> items = Sessions.list(session, place);
            FetchRequest lost = new FetchRequest(FolderPath.of("Never made"), items, Part.FULL);
            FetchRequest good = new FetchRequest(place, items, Part.FULL);
            Fetched sink = new Fetched();
            session.fetch(Feed.of(List.of(lost, good, copy(lost))), sink);
            assertThat(sink.all()).hasSize(6);
            for (Fetched.Got got : sink.all()) {
                if (got.request() == good) {
                    assertThat(got.bytes()).isNotNull();
                } else {
                    Sessions.checkFolder(got.failure());
                }
            }
        }
    }

    private static FetchRequest copy(FetchRequest request) {
        return new FetchRequest(request.folder(), request.items(), Part.HEADER);
    }

    @Test
    default void aRequestForNothingIsNoTrouble() throws Exception {
        FolderPath place = placeWith(1);
        try (MailboxReader session = open()) {
            Fetched sink = new Fetched();
            session.fetch(
                    Feed.of(List.of(
                            new FetchRequest(place, List.of(), Part.FULL),
                            new FetchRequest(place, Sessions.list(session, place), Part.FULL))),
                    sink);
            assertThat(sink.all()).hasSize(1);
        }
    }

    @Test
    default void aFailureOfTheSinkEndsTheCallAndLeavesNoBodyOpen() throws Exception {
        FolderPath place = placeWith(8);
        MemoryBodies bodies = new MemoryBodies();
        FailureException ours = ApiFailure.NOBODY_TO_ASK.raise("tck");
        try (MailboxReader session = fixture().open(Sessions.context(Cancel.NEVER, bodies))) {
            List<FetchRequest> requests = new ArrayList<>();
            for (ListedItem item : Sessions.list(session, place)) {
                requests.add(new FetchRequest(place, List.of(item), Part.FULL));
            }
            Fetched sink = new Fetched() {
                @Override
                public void item(FetchRequest request, ListedItem item, Body body) throws FailureException {
                    super.item(request, item, body);
                    if (all().size() == 2) {
                        throw ours;
                    }
                }
            };
            assertThatThrownBy(() -> session.fetch(Feed.of(requests), sink)).isSameAs(ours);
        }
        assertThat(bodies.open()).as("bodies left open").isZero();
    }

    @Test
    default void theLimitsAreAskedForWhatIsRead() throws Exception {
        FolderPath place = placeWith(5);
        Limits limits = new Limits();
        long bytes = 0;
        try (MailboxReader session = fixture().open(Sessions.context(limits))) {
            for (Fetched.Got got : Sessions.read(session, place)) {
                bytes += got.bytes().length;
            }
        }
        limits.assertAsked(5, bytes);
    }

    @Test
    default void readingChangesNothing() throws Exception {
        FolderPath place = placeWith(3);
        fixture().setFlags(place, Mail.number(2).id(), Flags.of(SystemFlag.FLAGGED));
        Optional<String> before = fixture().snapshot();
        MailboxContract.needs(before.isPresent(), "show all of its state");
        try (MailboxReader session = open()) {
            session.folders();
            var state = session.state(place);
            Sessions.read(session, place);
            Sessions.fetch(session, place, Sessions.list(session, place), Part.HEADER);
            session.changes(place, state.state(), new Changes(List.of()));
        }
        assertThat(fixture().snapshot()).isEqualTo(before);
    }
}
