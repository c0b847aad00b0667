package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Standing;

/** Recognising what stands in a target, and changing what was written. */
public interface SettleContract extends WritableContract {
    private static List<String> names(List<Standing> standing) {
        return standing.stream()
                .map(s -> s.identity().value("message-id"))
                .map(value -> value.substring(1, value.length() - 1))
                .toList();
    }

    @Test
    default void settlingSeesWhatStandsThereFromTheMarkOn() throws Exception {
        FolderPath place = placeWith(3);
        try (MailboxWriter session = write()) {
            Mark start = Mark.startOf(session.state(place).epoch());
            List<ItemId> before = ids(session, place);
            Mark mark = session.state(place).mark();
            append(session, place, Samples.mails(6).subList(3, 6));
            assertThat(names(fresh(session, place, mark, before)))
                    .containsExactly(
                            Mail.number(4).id(),
                            Mail.number(5).id(),
                            Mail.number(6).id());
            List<Standing> all = settle(session, place, start);
            assertThat(names(all))
                    .containsExactlyElementsOf(
                            Samples.mails(6).stream().map(Mail::id).toList());
            assertThat(all).extracting(Standing::position).isSorted();
            Mark end = session.state(place).mark();
            assertThat(fresh(session, place, end, ids(session, place))).isEmpty();
        }
    }

    @Test
    default void aMarkOfAnotherEpochSeesEverything() throws Exception {
        FolderPath place = placeWith(4);
        try (MailboxWriter session = write()) {
            assertThat(settle(session, place, new Mark(new Epoch("918273645"), 1_000_000)))
                    .hasSize(4);
        }
    }

    @Test
    default void settlingSeesWhatOthersDelivered() throws Exception {
        FolderPath place = placeWith(1);
        try (MailboxWriter session = write()) {
            List<ItemId> before = ids(session, place);
            Mark mark = session.state(place).mark();
            append(session, place, List.of(Mail.number(2)));
            deliver(place, List.of(Mail.number(3)));
            append(session, place, List.of(Mail.number(4)));
            assertThat(names(fresh(session, place, mark, before)))
                    .containsExactly(
                            Mail.number(2).id(),
                            Mail.number(3).id(),
                            Mail.number(4).id());
        }
    }

    @Test
    default void whatStandsThereIsTheSameAsItsListing() throws Exception {
        FolderPath place = place();
        List<Mail> mails = new ArrayList<>(Samples.mails(2));
        mails.add(Mail.number(3).with(Flags.of(SystemFlag.SEEN)));
        deliver(place, mails);
        try (MailboxWriter session = write()) {
            List<Standing> standing =
                    settle(session, place, Mark.startOf(session.state(place).epoch()));
            assertThat(standing).extracting(Standing::item).containsExactlyElementsOf(Sessions.list(session, place));
            for (int i = 0; i < mails.size(); i++) {
                byte[] bytes = mails.get(i).bytes();
                assertThat(standing.get(i).identity().fingerprint())
                        .isEqualTo(HeaderIdentity.of(bytes, bytes.length).fingerprint());
            }
        }
    }

    @Test
    default void ourKeysComeBack() throws Exception {
        FolderPath place = placeWith(1);
        List<Mail> mails = Samples.mails(4).subList(1, 4);
        try (MailboxWriter session = write()) {
            MailboxContract.needs(session.traits().ownKeys(), "keep keys of ours");
            append(session, place, mails);
        }
        try (MailboxWriter session = write()) {
            List<Standing> standing =
                    settle(session, place, Mark.startOf(session.state(place).epoch()));
            assertThat(standing).hasSize(4);
            assertThat(standing.getFirst().key()).isEmpty();
            for (int i = 0; i < mails.size(); i++) {
                assertThat(standing.get(i + 1).key()).isEqualTo(Optional.of(WritableContract.key(mails.get(i))));
            }
        }
    }

    @Test
    default void anEmptyFolderSettlesToNothing() throws Exception {
        FolderPath place = place();
        try (MailboxWriter session = write()) {
            assertThat(settle(session, place, session.state(place).mark())).isEmpty();
            assertThat(settle(session, place, Mark.startOf(session.state(place).epoch())))
                    .isEmpty();
        }
    }

    @Test
    default void aFolderThatIsNotThereFailsAndTheWriterGoesOn() throws Exception {
        FolderPath place = placeWith(1);
        FolderPath missing = FolderPath.of("Never made");
        try (MailboxWriter session = write()) {
            Mark mark = session.state(place).mark();
            ItemId id = Sessions.list(session, place).getFirst().id();
            Sessions.checkFolder(Sessions.failure(fixture().patience(), () -> settle(session, missing, mark)));
            Sessions.checkFolder(Sessions.failure(
                    fixture().patience(),
                    () -> session.setFlags(missing, List.of(new FlagChange(id, Flags.of(SystemFlag.SEEN))))));
            assertThat(settle(session, place, Mark.startOf(mark.epoch()))).hasSize(1);
        }
    }

    @Test
    default void flagsReplaceThoseThatWereThere() throws Exception {
        FolderPath place = place();
        deliver(
                place,
                List.of(
                        Mail.number(1).with(Flags.of(SystemFlag.SEEN, SystemFlag.FLAGGED)),
                        Mail.number(2).with(Flags.of(SystemFlag.SEEN)),
                        Mail.number(3)));
        try (MailboxWriter session = write()) {
            List<Standing> standing =
                    settle(session, place, Mark.startOf(session.state(place).epoch()));
            List<Failure> refused = session.setFlags(
                    place,
                    List.of(
                            new FlagChange(standing.get(0).item().id(), Flags.of(SystemFlag.FLAGGED)),
                            new FlagChange(standing.get(2).item().id(), Flags.of(SystemFlag.SEEN))));
            assertThat(refused).isEmpty();
        }
        assertThat(fixture().standing(place))
                .extracting(Mail::flags)
                .containsExactly(Flags.of(SystemFlag.FLAGGED), Flags.of(SystemFlag.SEEN), Flags.of(SystemFlag.SEEN));
    }

    @Test
    default void onlyTheItemsNamedAreRemoved() throws Exception {
        FolderPath place = placeWith(5);
        assertThat(fixture().setFlags(place, Mail.number(2).id(), Flags.of(SystemFlag.DELETED)))
                .isTrue();
        try (MailboxWriter session = write()) {
            MailboxContract.needs(session.traits().removes(), "remove single items");
            List<Standing> standing =
                    settle(session, place, Mark.startOf(session.state(place).epoch()));
            List<ItemId> named =
                    List.of(standing.get(2).item().id(), standing.get(4).item().id());
            session.remove(place, named);
            session.remove(place, named);
            session.remove(place, List.of());
        }
        assertThat(counts(place))
                .containsOnlyKeys(
                        Mail.number(1).id(), Mail.number(2).id(), Mail.number(4).id());
        assertThat(fixture().standing(place).get(1).flags()).isEqualTo(Flags.of(SystemFlag.DELETED));
    }
}
