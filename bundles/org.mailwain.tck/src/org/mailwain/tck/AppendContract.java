package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.Standing;
import org.mailwain.api.provider.Traits.Fidelity;
import org.mailwain.tck.memory.MemoryBodies;

/** Appending. */
public interface AppendContract extends WritableContract {
    @Test
    default void whatIsStoredStandsThereOnce() throws Exception {
        FolderPath place = place();
        try (MailboxWriter session = write()) {
            Answers answers = append(session, place, Samples.mails(7));
            answers.stored();
        }
        assertThat(fixture().standing(place))
                .extracting(Mail::id)
                .containsExactlyElementsOf(
                        Samples.mails(7).stream().map(Mail::id).toList());
    }

    @Test
    default void bytesArriveAsTheyAre() throws Exception {
        FolderPath place = place();
        List<Mail> mails = new ArrayList<>(Samples.odd());
        mails.add(Samples.endless(950));
        mails.add(Samples.large(951, 2_000_000));
        Answers answers;
        try (MailboxWriter session = write()) {
            answers = new Answers();
            List<AppendBatch> each = batches(session, place, mails, 1);
            session.append(Feed.of(each), answers);
            Map<String, Mail> standing =
                    fixture().standing(place).stream().collect(Collectors.toMap(Mail::id, Function.identity()));
            for (int i = 0; i < mails.size(); i++) {
                Mail mail = mails.get(i);
                assertThat(answers.outcomes().get(i)).isNotInstanceOf(Outcome.Unknown.class);
                boolean stored = answers.outcomes().get(i) instanceof Outcome.Stored;
                assertThat(standing.containsKey(mail.id()))
                        .as("%s stands there", mail)
                        .isEqualTo(stored);
                if (stored
                        && session.traits().bytes() == Fidelity.EXACT
                        && fixture().keeps(mail)) {
                    assertThat(standing.get(mail.id()).bytes()).as("%s", mail).isEqualTo(mail.bytes());
                }
            }
        }
        assertThat(answers.outcomes().stream().filter(Outcome.Stored.class::isInstance))
                .as("odd messages that are taken")
                .hasSizeGreaterThan(8);
    }

    @Test
    default void datesAndFlagsAreKept() throws Exception {
        FolderPath place = place();
        List<Mail> mails = new ArrayList<>(Samples.mails(2));
        mails.add(Mail.number(3).with(Flags.of(SystemFlag.SEEN, SystemFlag.FLAGGED)));
        if (fixture().keepsKeywords()) {
            mails.add(Mail.number(4).with(Flags.of(List.of(SystemFlag.SEEN), List.of("$Forwarded", "Work"))));
        }
        try (MailboxWriter session = write()) {
            Mark mark = ensure(session, place).status().mark();
            append(session, place, mails);
            if (session.traits().flagsAfterAppend()) {
                List<Standing> standing = settle(session, place, mark);
                List<FlagChange> changes = new ArrayList<>();
                for (int i = 0; i < mails.size(); i++) {
                    changes.add(new FlagChange(
                            standing.get(i).item().id(), mails.get(i).flags()));
                }
                assertThat(session.setFlags(place, changes)).isEmpty();
            }
            assertThat(fixture().standing(place))
                    .extracting(Mail::received)
                    .containsExactlyElementsOf(
                            mails.stream().map(Mail::received).toList());
            assertThat(fixture().standing(place))
                    .extracting(Mail::flags)
                    .containsExactlyElementsOf(mails.stream().map(Mail::flags).toList());
        }
    }

    @Test
    default void withoutADateTheServerChooses() throws Exception {
        FolderPath place = place();
        Mail mail = Mail.number(1);
        try (MailboxWriter session = write()) {
            Answers answers = new Answers();
            session.append(
                    Feed.of(List.of(new AppendBatch(
                            place,
                            1,
                            List.of(new AppendItem(
                                    WritableContract.key(mail), Flags.NONE, null, MemoryBodies.of(mail.bytes())))))),
                    answers);
            answers.stored();
        }
        assertThat(fixture().standing(place)).hasSize(1);
    }

    @Test
    default void storedIdsAreThoseOfTheMessages() throws Exception {
        FolderPath place = placeWith(2);
        List<Mail> mails = Samples.mails(8).subList(2, 8);
        try (MailboxWriter session = write()) {
            Answers answers = append(session, place, mails);
            MailboxContract.needs(session.traits().answersIds(), "answer with ids");
            Map<ItemId, ListedItem> listed = Sessions.list(session, place).stream()
                    .collect(Collectors.toMap(ListedItem::id, Function.identity()));
            Map<ItemId, Long> positions = settle(
                            session, place, Mark.startOf(session.state(place).epoch()))
                    .stream()
                    .collect(Collectors.toMap(s -> s.item().id(), Standing::position));
            for (int i = 0; i < mails.size(); i++) {
                Outcome.Stored stored = answers.stored().get(i);
                assertThat(listed).containsKey(stored.id());
                assertThat(Sessions.names(session, place, List.of(listed.get(stored.id()))))
                        .containsExactly(mails.get(i).id());
                assertThat(stored.position()).isIn(-1L, positions.get(stored.id()));
                if (stored.seen().size() >= 0 && session.traits().size() == Fidelity.EXACT) {
                    assertThat(stored.seen().size()).isEqualTo(mails.get(i).bytes().length);
                }
            }
        }
    }

    @Test
    default void equalMessagesStayTwoUnlessTheServerMerges() throws Exception {
        FolderPath place = place();
        try (MailboxWriter session = write()) {
            append(session, place, List.of(Mail.number(1), Mail.number(2), Mail.number(1)))
                    .stored();
            append(session, place, List.of(Mail.number(1))).stored();
            int expected = session.traits().dedupes() ? 1 : 3;
            assertThat(counts(place)).containsEntry(Mail.number(1).id(), expected);
            assertThat(counts(place)).containsEntry(Mail.number(2).id(), 1);
        }
    }

    @Test
    default void batchesAreAnsweredInTheirOrderAndDrawnNoFasterThanAnnounced() throws Exception {
        FolderPath place = place();
        FolderPath other = FolderPath.of("Other");
        fixture().create(other);
        try (MailboxWriter session = write()) {
            List<AppendBatch> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                List<Mail> mails = List.of(Mail.number(2 * i), Mail.number(2 * i + 1));
                int most = session.traits().perAppend() > 1 ? 2 : 1 + i % 2;
                for (AppendBatch batch : batches(session, i % 3 == 0 ? other : place, mails, most)) {
                    all.add(new AppendBatch(batch.folder(), all.size(), batch.items()));
                }
            }
            WatchedFeed<AppendBatch> feed =
                    new WatchedFeed<>(all, session.traits().pipelining(), true);
            Answers answers = new Answers(batch -> feed.answered());
            session.append(feed, answers);
            feed.assertAllAnswered();
            assertThat(answers.batches()).containsExactlyElementsOf(all);
            answers.stored();
        }
        assertThat(fixture().standing(place).size() + fixture().standing(other).size())
                .isEqualTo(24);
    }

    @Test
    default void bodiesStayTheCallers() throws Exception {
        FolderPath place = place();
        MemoryBodies bodies = new MemoryBodies();
        AppendItem item = new AppendItem(
                WritableContract.key(Mail.number(1)),
                Flags.NONE,
                null,
                bodies.counted(Mail.number(1).bytes()));
        try (MailboxWriter session = write()) {
            session.append(Feed.of(List.of(new AppendBatch(place, 1, List.of(item)))), new Answers());
        }
        assertThat(bodies.open()).as("bodies open after the append").isEqualTo(1);
        try (InputStream in = item.body().open()) {
            assertThat(in.readAllBytes()).isEqualTo(Mail.number(1).bytes());
        }
        item.body().close();
    }

    @Test
    default void aFolderThatIsNotThereRefusesItsItemsAlone() throws Exception {
        FolderPath place = place();
        FolderPath missing = FolderPath.of("Never made");
        try (MailboxWriter session = write()) {
            List<AppendBatch> all = new ArrayList<>(batches(session, missing, Samples.mails(2), 2));
            all.addAll(batches(session, place, Samples.mails(2), 2));
            Answers answers = new Answers();
            session.append(Feed.of(all), answers);
            for (Outcome outcome : answers.outcomes().subList(0, 2)) {
                assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    Sessions.check(refused.failure());
                    assertThat(refused.failure().scope()).isEqualTo(Scope.FOLDER);
                });
            }
            assertThat(answers.outcomes().subList(2, 4)).allMatch(Outcome.Stored.class::isInstance);
        }
        assertThat(fixture().standing(place)).hasSize(2);
    }

    @Test
    default void whatIsOverTheItemLimitIsRefused() throws Exception {
        FolderPath place = place();
        try (MailboxWriter session = write()) {
            long limit = session.traits().itemLimit();
            MailboxContract.needs(limit > 10_000 && limit < 100_000_000, "have an item limit that fits a test");
            Mail large = Samples.large(1, (int) limit + 1_000);
            Answers answers = new Answers();
            session.append(Feed.of(batches(session, place, List.of(large, Mail.number(2)), 1)), answers);
            assertThat(answers.outcomes().getFirst()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                Sessions.check(refused.failure());
                assertThat(refused.failure().scope()).isEqualTo(Scope.MESSAGE);
                assertThat(refused.failure().retryable()).isFalse();
            });
            assertThat(answers.outcomes().getLast()).isInstanceOf(Outcome.Stored.class);
        }
        assertThat(counts(place)).containsOnlyKeys(Mail.number(2).id());
    }

    @Test
    default void whatIsRefusedDoesNotStandThere() throws Exception {
        FolderPath place = place();
        MailboxContract.needs(fixture().refuse(Mail.number(3).id()), "refuse messages");
        try (MailboxWriter session = write()) {
            Answers answers = new Answers();
            session.append(Feed.of(batches(session, place, Samples.mails(6), 2)), answers);
            boolean together = session.traits().perAppend() > 1;
            for (int i = 1; i <= 6; i++) {
                boolean refused = i == 3 || together && i == 4;
                assertThat(answers.outcomes().get(i - 1))
                        .as("outcome of %d", i)
                        .isInstanceOf(refused ? Outcome.Refused.class : Outcome.Stored.class);
            }
            Outcome.Refused refused = (Outcome.Refused) answers.outcomes().get(2);
            Sessions.check(refused.failure());
            assertThat(counts(place)).doesNotContainKey(Mail.number(3).id());
            assertThat(fixture().standing(place)).hasSize(together ? 4 : 5);
            append(session, place, List.of(Mail.number(7))).stored();
        }
    }

    @Test
    default void theLimitsAreAskedBeforeAnythingIsWritten() throws Exception {
        FolderPath place = place();
        Limits limits = new Limits();
        List<Mail> mails = Samples.mails(5);
        try (MailboxWriter session = fixture().open(Sessions.context(limits))) {
            append(session, place, mails).stored();
        }
        limits.assertAsked(
                5, mails.stream().mapToLong(mail -> mail.bytes().length).sum());
    }

    @Test
    default void anEmptyFeedIsNoTrouble() throws Exception {
        FolderPath place = place();
        try (MailboxWriter session = write()) {
            session.append(Feed.of(List.of()), new Answers());
            Sessions.within(Duration.ofSeconds(5), () -> session.state(place));
        }
    }
}
