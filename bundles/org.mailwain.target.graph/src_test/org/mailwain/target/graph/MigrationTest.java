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
import org.mailwain.simulator.graph.Faults;
import org.mailwain.simulator.graph.Limits;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.simulator.graph.StoredMessage;
import org.mailwain.tck.Mail;
import org.mailwain.tck.Samples;

/** Whole mailboxes into a simulated tenant: nothing lost, nothing doubled, whatever happens on the way. */
class MigrationTest {
    private static final int MESSAGES = 12;
    /** Each request of a run in turn where this is set; else some of them. */
    private static final boolean ALL = Boolean.getBoolean("mailwain.graph.every-request");

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
    void nothingIsLostOrDoubledWhereverTheLineIsCut() throws FailureException {
        for (Strategy strategy : new Strategy[] {Strategy.JSON, Strategy.MIME}) {
            for (boolean intoFolder : strategy == Strategy.MIME ? new boolean[] {true, false} : new boolean[] {true}) {
                everywhere(strategy, intoFolder);
            }
        }
    }

    private static void everywhere(Strategy strategy, boolean intoFolder) throws FailureException {
        long requests;
        Map<String, List<String>> expected;
        try (Migration calm = new Migration(tenant(strategy, intoFolder)).fill(MESSAGES)) {
            calm.run();
            requests = calm.tenant.simulator().faults().arrived();
            expected = calm.picture();
        }
        for (long at = 1; at <= requests; at += ALL ? 1 : 9) {
            long number = at;
            for (Faults.Effect effect : List.of(new Faults.Effect.CutAfter(), new Faults.Effect.FailAfter(504))) {
                try (Migration migration = new Migration(tenant(strategy, intoFolder)).fill(MESSAGES)) {
                    Faults faults = migration.tenant.simulator().faults();
                    faults.next(1, request -> request.number() == number, effect);
                    migration.run();
                    faults.clear();
                    migration.run();
                    String when = strategy + " " + intoFolder + " " + effect + " at request " + at;
                    assertThat(subjects(migration.picture())).as(when).isEqualTo(subjects(expected));
                    assertThat(migration.run().copied()).as(when).isZero();
                }
            }
        }
    }

    /** Dates of MIME are those of the import. */
    private static String subjects(Map<String, List<String>> picture) {
        StringBuilder all = new StringBuilder();
        picture.forEach((folder, lines) -> all.append(folder)
                .append(lines.stream()
                        .map(line -> line.substring(0, line.indexOf(" |")))
                        .sorted()
                        .toList()));
        return all.toString();
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
