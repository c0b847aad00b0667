package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.mail.FolderPath;

class MailboxPlanTest {
    private static MailboxPlan plan(long bytes, long perDay) {
        FolderPlan folder = new FolderPlan(
                FolderPath.INBOX,
                Optional.of(FolderPath.INBOX),
                FolderMapping.Reason.SAME_NAME,
                false,
                List.of(),
                null,
                1,
                0,
                1,
                bytes,
                List.of());
        return new MailboxPlan("m", List.of(folder, folder), List.of(), null, false, perDay);
    }

    @Test
    void aDailyLimitMakesDaysOfTheBytes() {
        assertThat(plan(2_500_000_000L, 2_500_000_000L).days()).isEqualTo(2);
        assertThat(plan(2_500_000_001L, 2_500_000_000L).days()).isEqualTo(3);
        assertThat(plan(10, 2_500_000_000L).days()).isEqualTo(1);
        assertThat(plan(0, 2_500_000_000L).days()).isZero();
        assertThat(plan(10_000_000_000L, -1).days()).isZero();
    }
}
