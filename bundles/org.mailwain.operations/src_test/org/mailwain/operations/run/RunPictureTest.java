package org.mailwain.operations.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.RunEvent;

class RunPictureTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

    private static Instant after(int seconds) {
        return BEGIN.plusSeconds(seconds);
    }

    private static RunEvent copied(int seconds, long items) {
        return new RunEvent.FolderProgress(after(seconds), "anna", FolderPath.INBOX, items, 0, 0, items);
    }

    @Test
    void theTimeLeftIsToldByThePresentRateAndWhileNothingMovesByThatOfTheWholeRun() {
        RunPicture picture = new RunPicture();
        picture.apply(new RunEvent.MailboxPlanned(BEGIN, "anna", 1, 1_000, 1_000));
        picture.totals(BEGIN);
        picture.apply(copied(5, 100));
        assertThat(picture.totals(after(5)).left()).isEqualTo(Duration.ofSeconds(45));
        for (int second = 6; second <= 20; second++) {
            picture.totals(after(second));
        }
        // nothing came for the length of the window: 100 in 20 seconds, and 900 are left
        assertThat(picture.totals(after(20)).itemsPerSecond()).isZero();
        assertThat(picture.totals(after(20)).left()).isEqualTo(Duration.ofSeconds(180));
    }

    @Test
    void noTimeIsToldBeforeAnythingMoved() {
        RunPicture picture = new RunPicture();
        picture.apply(new RunEvent.MailboxPlanned(BEGIN, "anna", 1, 1_000, 1_000));
        assertThat(picture.totals(after(10)).left()).isNull();
    }
}
