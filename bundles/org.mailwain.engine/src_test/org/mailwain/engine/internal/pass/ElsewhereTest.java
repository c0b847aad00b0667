package org.mailwain.engine.internal.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;

class ElsewhereTest {
    private static final FolderPath INBOX = FolderPath.INBOX;
    private static final FolderPath WORK = FolderPath.of("Work");
    private static final FolderPath HOME = FolderPath.of("Home");

    private static ListedItem item(List<FolderPath> placements, List<FolderPath> preferred) {
        return new ListedItem(ItemId.ofNumber(1), 1, Instant.EPOCH, Flags.NONE, placements, preferred);
    }

    @Test
    void theFirstPreferredFolderThatTakesPartKeepsTheItem() {
        ListedItem item = item(List.of(INBOX, WORK), List.of(INBOX, WORK));
        assertThat(new Elsewhere(Set.of(), Set.of(INBOX, WORK, HOME)).of(item)).isEqualTo(INBOX);
        assertThat(new Elsewhere(Set.of(), Set.of(WORK, HOME)).of(item)).isEqualTo(WORK);
    }

    /** What a filter leaves out keeps nothing: the item would be lost. */
    @Test
    void aFolderThatDoesNotTakePartKeepsNothing() {
        ListedItem item = item(List.of(INBOX, WORK), List.of(INBOX, WORK));
        assertThat(new Elsewhere(Set.of(), Set.of(HOME)).of(item)).isNull();
    }

    @Test
    void withoutAPreferenceOnlyTheSameTargetFolderKeepsIt() {
        ListedItem item = item(List.of(INBOX, WORK), List.of());
        assertThat(new Elsewhere(Set.of(), Set.of(INBOX, WORK, HOME)).of(item)).isNull();
        assertThat(new Elsewhere(Set.of(WORK), Set.of(INBOX, WORK, HOME)).of(item))
                .isEqualTo(WORK);
    }
}
