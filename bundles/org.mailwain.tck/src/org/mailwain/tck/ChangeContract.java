package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.MailboxReader;

/** What a later session finds out about the time between. A comparison may know nothing, and never says what is not. */
public interface ChangeContract extends MailboxContract {
    /** A folder as it was. */
    record Before(FolderStatus status, List<ListedItem> items) {}

    private Before look(FolderPath place) throws Exception {
        try (MailboxReader session = open()) {
            return new Before(session.state(place), Sessions.list(session, place));
        }
    }

    private Growth since(FolderPath place, Before before) throws Exception {
        try (MailboxReader session = open()) {
            return session.compare(before.status().state(), session.state(place).state());
        }
    }

    /** Plays the changes onto what was, and holds the result against a listing. */
    private Changes changes(FolderPath place, Before before) throws Exception {
        try (MailboxReader session = open()) {
            Changes changes = new Changes(before.items());
            session.changes(place, before.status().state(), changes);
            Map<ItemId, Flags> now =
                    Sessions.list(session, place).stream().collect(Collectors.toMap(ListedItem::id, ListedItem::flags));
            assertThat(changes.now()).containsExactlyInAnyOrderEntriesOf(now);
            return changes;
        }
    }

    @Test
    default void nothingHappened() throws Exception {
        FolderPath place = placeWith(5);
        Before before = look(place);
        boolean tells = !before.status().state().equals(FolderState.UNKNOWN);
        assertThat(since(place, before)).isEqualTo(tells ? Growth.SAME : Growth.LIST_AGAIN);
        Changes changes = changes(place, before);
        try (MailboxReader session = open()) {
            if (session.traits().changes()) {
                assertThat(changes.named())
                        .as("changed items where nothing changed")
                        .isEmpty();
            }
        }
    }

    @Test
    default void itemsCame() throws Exception {
        FolderPath place = placeWith(5);
        Before before = look(place);
        deliver(place, List.of(Mail.number(6), Mail.number(7)));
        Sessions.checkNotSame(since(place, before));
        assertThat(changes(place, before).named())
                .containsAll(look(place).items().stream()
                        .map(ListedItem::id)
                        .filter(id -> before.items().stream()
                                .noneMatch(item -> item.id().equals(id)))
                        .toList());
    }

    @Test
    default void theFirstItemCame() throws Exception {
        FolderPath place = place();
        Before before = look(place);
        deliver(place, Samples.mails(1));
        Sessions.checkNotSame(since(place, before));
        changes(place, before);
    }

    @Test
    default void itemsWent() throws Exception {
        FolderPath place = placeWith(5);
        Before before = look(place);
        MailboxContract.needs(fixture().expunge(place, Mail.number(3).id()), "remove messages");
        assertThat(since(place, before)).isEqualTo(Growth.LIST_AGAIN);
        changes(place, before);
    }

    @Test
    default void theNewestItemWent() throws Exception {
        FolderPath place = placeWith(3);
        Before before = look(place);
        MailboxContract.needs(fixture().expunge(place, Mail.number(3).id()), "remove messages");
        assertThat(since(place, before)).isEqualTo(Growth.LIST_AGAIN);
        changes(place, before);
    }

    @Test
    default void allItemsWent() throws Exception {
        FolderPath place = placeWith(2);
        Before before = look(place);
        MailboxContract.needs(fixture().expunge(place, Mail.number(1).id()), "remove messages");
        assertThat(fixture().expunge(place, Mail.number(2).id())).isTrue();
        assertThat(since(place, before)).isEqualTo(Growth.LIST_AGAIN);
        assertThat(changes(place, before).now()).isEmpty();
    }

    @Test
    default void oneCameAndOneWent() throws Exception {
        FolderPath place = placeWith(5);
        Before before = look(place);
        MailboxContract.needs(fixture().expunge(place, Mail.number(2).id()), "remove messages");
        deliver(place, List.of(Mail.number(6)));
        assertThat(since(place, before)).isEqualTo(Growth.LIST_AGAIN);
        changes(place, before);
    }

    @Test
    default void oneCameAndWentAgain() throws Exception {
        FolderPath place = placeWith(3);
        Before before = look(place);
        deliver(place, List.of(Mail.number(4), Mail.number(5)));
        MailboxContract.needs(fixture().expunge(place, Mail.number(4).id()), "remove messages");
        Sessions.checkNotSame(since(place, before));
        changes(place, before);
    }

    @Test
    default void flagsChanged() throws Exception {
        FolderPath place = placeWith(4);
        Before before = look(place);
        MailboxContract.needs(fixture().setFlags(place, Mail.number(2).id(), Flags.of(SystemFlag.SEEN)), "set flags");
        try (MailboxReader session = open()) {
            if (session.traits().changes()) {
                assertThat(since(place, before)).isEqualTo(Growth.LIST_AGAIN);
            }
        }
        changes(place, before);
    }

    @Test
    default void flagsChangedAndAnItemCame() throws Exception {
        FolderPath place = placeWith(4);
        Before before = look(place);
        MailboxContract.needs(fixture().setFlags(place, Mail.number(2).id(), Flags.of(SystemFlag.SEEN)), "set flags");
        deliver(place, List.of(Mail.number(5)));
        Growth growth = since(place, before);
        try (MailboxReader session = open()) {
            if (session.traits().changes()) {
                assertThat(growth).isEqualTo(Growth.LIST_AGAIN);
            } else {
                Sessions.checkNotSame(growth);
            }
        }
        changes(place, before);
    }

    @Test
    default void theFolderWasMadeAnew() throws Exception {
        FolderPath place = placeWith(3);
        Before before = look(place);
        MailboxContract.needs(fixture().renewEpoch(place), "give a folder a new epoch");
        assertThat(since(place, before)).isEqualTo(Growth.LIST_AGAIN);
        try (MailboxReader session = open()) {
            FolderStatus now = session.state(place);
            assertThat(now.epoch()).isNotEqualTo(before.status().epoch());
            Sessions.checkFolder(Sessions.failure(
                    fixture().patience(),
                    () -> session.changes(place, before.status().state(), new Changes(List.of()))));
            assertThat(Sessions.list(session, place)).hasSize(3);
        }
    }

    @Test
    default void nothingIsKnownOfAnUnknownState() throws Exception {
        FolderPath place = placeWith(1);
        try (MailboxReader session = open()) {
            FolderState now = session.state(place).state();
            assertThat(session.compare(FolderState.UNKNOWN, now)).isEqualTo(Growth.LIST_AGAIN);
            assertThat(session.compare(now, FolderState.UNKNOWN)).isEqualTo(Growth.LIST_AGAIN);
        }
    }

    @Test
    default void changesOfAFolderThatIsNotThereFailAlone() throws Exception {
        FolderPath place = placeWith(1);
        Before before = look(place);
        try (MailboxReader session = open()) {
            Sessions.checkFolder(Sessions.failure(
                    fixture().patience(),
                    () -> session.changes(
                            FolderPath.of("Never made"), before.status().state(), new Changes(List.of()))));
            assertThat(Sessions.list(session, place)).hasSize(1);
        }
    }
}
