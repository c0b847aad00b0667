package org.mailwain.mail.internal.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.api.mail.Growth.GROWN;
import static org.mailwain.api.mail.Growth.LIST_AGAIN;
import static org.mailwain.api.mail.Growth.SAME;

import org.junit.jupiter.api.Test;
import org.mailwain.api.mail.FolderState;

class ImapStateTest {
    private static final ImapState PLAIN = new ImapState(7, 10, 5, 0);
    private static final ImapState COUNTED = new ImapState(7, 10, 5, 100);

    @Test
    void withoutModseqComingAndGoingShow() {
        assertThat(PLAIN.since(PLAIN)).isEqualTo(SAME);
        assertThat(new ImapState(7, 12, 7, 0).since(PLAIN)).isEqualTo(GROWN);
        assertThat(new ImapState(7, 12, 6, 0).since(PLAIN)).isEqualTo(LIST_AGAIN);
        assertThat(new ImapState(7, 10, 4, 0).since(PLAIN)).isEqualTo(LIST_AGAIN);
    }

    @Test
    void withModseqAGrownFolderMayHaveChangedToo() {
        assertThat(COUNTED.since(COUNTED)).isEqualTo(SAME);
        assertThat(new ImapState(7, 12, 7, 102).since(COUNTED)).isEqualTo(LIST_AGAIN);
        assertThat(new ImapState(7, 10, 5, 101).since(COUNTED)).isEqualTo(LIST_AGAIN);
    }

    @Test
    void anotherEpochOrAnUnknownStateSaysNothing() {
        assertThat(new ImapState(8, 10, 5, 0).since(PLAIN)).isEqualTo(LIST_AGAIN);
        assertThat(PLAIN.since(ImapState.of(FolderState.UNKNOWN))).isEqualTo(LIST_AGAIN);
        assertThat(ImapState.of(FolderState.UNKNOWN).since(ImapState.of(FolderState.UNKNOWN)))
                .isEqualTo(LIST_AGAIN);
        assertThat(PLAIN.since(ImapState.of(new FolderState("some other reader's 1 2"))))
                .isEqualTo(LIST_AGAIN);
    }

    @Test
    void aStateIsReadBackAsItWasWritten() {
        assertThat(ImapState.of(COUNTED.state())).isEqualTo(COUNTED);
    }
}
