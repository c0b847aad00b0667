package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.MailboxReader;

/** What all contracts of sessions share: the fixture, and a folder with messages in it. */
public interface MailboxContract {
    /** The fixture of this test: made before it, the same throughout. */
    ReaderFixture fixture();

    @AfterEach
    default void giveTheFixtureBack() throws Exception {
        fixture().close();
    }

    /** A folder to put messages into: one of our own, or the inbox where there can be no other. */
    default FolderPath place() throws Exception {
        FolderPath own = FolderPath.of("Contract");
        return fixture().create(own) ? own : FolderPath.INBOX;
    }

    /** Messages 1 to count, delivered into {@link #place()}. */
    default FolderPath placeWith(int count) throws Exception {
        FolderPath place = place();
        deliver(place, Samples.mails(count));
        return place;
    }

    default void deliver(FolderPath folder, List<Mail> mails) throws Exception {
        for (Mail mail : mails) {
            assertThat(fixture().deliver(folder, mail))
                    .as("delivery of %s", mail)
                    .isTrue();
        }
    }

    default MailboxReader open() throws Exception {
        return fixture().open(Sessions.context());
    }

    /** Leaves the test out where the fixture cannot do what it is about. */
    static void needs(boolean possible, String what) {
        assumeTrue(possible, () -> "the fixture cannot " + what);
    }
}
