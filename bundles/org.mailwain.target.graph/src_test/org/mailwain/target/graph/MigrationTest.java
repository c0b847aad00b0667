package org.mailwain.target.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.engine.MailboxResult;
import org.mailwain.simulator.graph.Limits;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.simulator.graph.StoredMessage;
import org.mailwain.tck.Mail;
import org.mailwain.tck.Samples;

/** Whole mailboxes into a simulated tenant, by the engine. */
class MigrationTest {
    private static final int MESSAGES = 12;

    private static GraphFixture tenant(Strategy strategy, boolean intoFolder) {
        return new GraphFixture(strategy, intoFolder, SimulatorOptions.DEFAULT.limitedTo(Limits.NONE));
    }

    @Test
    void aMailboxArrivesWithDatesAndFlagsAndIsNotCopiedTwice() throws FailureException {
        try (Migration migration = new Migration(tenant(Strategy.JSON, true)).fill(MESSAGES)) {
            MailboxResult result = migration.run();
            assertThat(result.failure()).isNull();
            assertThat(result.evidence().of(ItemOutcome.COPIED)).isEqualTo(MESSAGES);
            assertThat(migration.picture()).containsKeys("Inbox", "Überblick", "Archive");
            List<String> inbox = migration.picture().get("Inbox");
            Mail third = Mail.number(3);
            assertThat(inbox).contains(Migration.line("Number 3", third.received(), Flags.of(SystemFlag.ANSWERED)));
            Map<String, List<String>> before = migration.picture();
            assertThat(migration.run().copied()).isZero();
            assertThat(migration.picture()).isEqualTo(before);
        }
    }

    @Test
    void largeMessagesArriveWhole() throws FailureException {
        try (Migration migration = new Migration(tenant(Strategy.JSON, true))) {
            Mail large = Samples.large(7, 4_400_000);
            migration.deliver(FolderPath.INBOX, large);
            MailboxResult result = migration.run();
            assertThat(result.evidence().of(ItemOutcome.COPIED)).isEqualTo(1);
            assertThat(result.evidence().of(ItemMark.KEPT_LESS)).isEqualTo(1);
            List<StoredMessage> inbox =
                    migration.tenant.mailbox().folder("inbox").messages();
            assertThat(inbox).hasSize(1);
            assertThat(inbox.getFirst().attachments().getFirst().content()).hasSizeGreaterThan(4_400_000);
        }
    }

    @Test
    void tokensThatEndEarlyAreRenewed() throws FailureException {
        try (Migration migration = new Migration(tenant(Strategy.JSON, true)).fill(MESSAGES)) {
            migration.run();
            migration.tenant.simulator().revokeTokens();
            migration.deliver(FolderPath.INBOX, Mail.number(50));
            MailboxResult result = migration.run();
            assertThat(result.failure()).isNull();
            assertThat(result.copied()).isEqualTo(1);
        }
    }
}
