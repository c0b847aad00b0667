package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.provider.MailboxReader;

/** Folders, and where they stand. */
public interface FolderContract extends MailboxContract {
    private Map<FolderPath, Folder> tree(MailboxReader session) throws Exception {
        List<Folder> all = session.folders();
        assertThat(all).extracting(Folder::path).doesNotHaveDuplicates();
        return all.stream().collect(Collectors.toMap(Folder::path, Function.identity()));
    }

    @Test
    default void theInboxIsAmongTheFolders() throws Exception {
        try (MailboxReader session = open()) {
            assertThat(tree(session)).containsKey(FolderPath.INBOX);
            assertThat(tree(session).get(FolderPath.INBOX).selectable()).isTrue();
        }
    }

    @Test
    default void theTreeHoldsParentsThatHoldNothing() throws Exception {
        FolderPath deep = FolderPath.of("Above", "Between", "Below");
        MailboxContract.needs(fixture().create(deep), "make folders below folders");
        try (MailboxReader session = open()) {
            assertThat(tree(session))
                    .containsKeys(deep, deep.parent(), deep.parent().parent());
            assertThat(tree(session).get(deep).selectable()).isTrue();
        }
    }

    @Test
    default void everyFolderHasItsParentInTheTree() throws Exception {
        fixture().create(FolderPath.of("Above", "Between", "Below"));
        try (MailboxReader session = open()) {
            Map<FolderPath, Folder> tree = tree(session);
            for (FolderPath path : tree.keySet()) {
                if (path.parent() != null) {
                    assertThat(tree).as("parent of %s", path).containsKey(path.parent());
                }
            }
        }
    }

    @Test
    default void namesAreUnicodeAndComeAsTheyAre() throws Exception {
        List<FolderPath> made = new ArrayList<>();
        for (String name : Samples.NAMES) {
            FolderPath path = FolderPath.of("Names").child(name);
            if (fixture().create(path)) {
                made.add(path);
            }
        }
        MailboxContract.needs(!made.isEmpty(), "make folders");
        try (MailboxReader session = open()) {
            assertThat(tree(session)).containsKeys(made.toArray(FolderPath[]::new));
            for (FolderPath path : made) {
                assertThat(session.state(path).count()).as("items in %s", path).isLessThanOrEqualTo(0);
            }
        }
    }

    @Test
    default void aFolderCountsWhatStandsInIt() throws Exception {
        FolderPath place = placeWith(4);
        try (MailboxReader session = open()) {
            assertThat(session.state(place).count()).isIn(4L, -1L);
            FolderStatus listed = tree(session).get(place).status();
            if (listed != null) {
                assertThat(listed.count()).isIn(4L, -1L);
            }
        }
    }

    @Test
    default void statesComeInTheOrderAsked() throws Exception {
        FolderPath place = place();
        MailboxContract.needs(!place.isInbox(), "make folders");
        deliver(place, Samples.mails(2));
        deliver(FolderPath.INBOX, Samples.mails(5));
        try (MailboxReader session = open()) {
            List<FolderStatus> states = session.states(List.of(place, FolderPath.INBOX, place));
            assertThat(states).extracting(FolderStatus::count).containsExactly(2L, 5L, 2L);
            assertThat(session.states(List.of())).isEmpty();
        }
    }

    @Test
    default void aFolderThatIsNotThereFailsAndTheSessionGoesOn() throws Exception {
        try (MailboxReader session = open()) {
            Sessions.checkFolder(
                    Sessions.failure(fixture().patience(), () -> session.state(FolderPath.of("Never made"))));
            assertThat(session.state(FolderPath.INBOX)).isNotNull();
        }
    }

    @Test
    default void severalSessionsSeeTheSameFolders() throws Exception {
        MailboxContract.needs(fixture().manySessions(), "have several sessions");
        fixture().create(FolderPath.of("Seen twice"));
        try (MailboxReader one = open();
                MailboxReader other = open()) {
            assertThat(new HashSet<>(tree(one).keySet())).isEqualTo(tree(other).keySet());
        }
    }

    @Test
    default void traitsAreOneValueForTheLifeOfASession() throws Exception {
        try (MailboxReader session = open()) {
            assertThat(session.traits()).isNotNull().isEqualTo(session.traits());
            assertThat(session.traits().perAppend()).isPositive();
            assertThat(session.traits().pipelining()).isPositive();
            assertThat(session.traits().names()).isNotNull();
        }
    }
}
