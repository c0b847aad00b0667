package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderRule;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.tck.memory.Content;
import org.mailwain.tck.memory.Faults;

class MailboxJobTest {
    private final World world = new World();

    @AfterEach
    void leave() {
        world.close();
    }

    static void sample(World world) {
        Instant day = Instant.parse("2024-01-01T00:00:00Z");
        for (int i = 0; i < 20; i++) {
            world.source.deliver(
                    World.INBOX,
                    Content.of(World.mail(i, "body " + i)),
                    i % 3 == 0 ? Flags.of(SystemFlag.SEEN) : Flags.NONE,
                    day.plusSeconds(i));
        }
        for (int i = 0; i < 2; i++) {
            world.source.deliver(World.INBOX, Content.of(World.mail(100, "twin")), Flags.NONE, day.plusSeconds(100));
            world.source.deliver(World.INBOX, Content.of(World.weak("same")), Flags.NONE, day.plusSeconds(101));
        }
        world.source.deliver(World.INBOX, Content.of(World.weak("other")), Flags.NONE, day.plusSeconds(102));
        world.source.deliver(
                World.INBOX, Content.of(World.mail(101, "x".repeat(150_000))), Flags.NONE, day.plusSeconds(103));
        FolderPath sent = FolderPath.of("Sent");
        for (int i = 200; i < 205; i++) {
            world.source.deliver(
                    sent, Content.of(World.mail(i, "sent")), Flags.of(SystemFlag.ANSWERED), day.plusSeconds(i));
        }
        FolderPath deep = FolderPath.of("Archive", "2020", "Größe");
        world.source.deliver(deep, Content.of(World.mail(300, "deep")), Flags.NONE, day);
        world.source.create(FolderPath.of("Empty"));
    }

    @Test
    void copiesEverythingOnce() throws FailureException {
        sample(world);

        MailboxResult result = world.run();

        assertThat(result.failure()).isNull();
        assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(World.picture(world.target)).isEqualTo(World.picture(world.source));
        assertThat(result.evidence().of(ItemOutcome.COPIED)).isEqualTo(32);
        assertThat(world.records().values())
                .allMatch(r -> r.settled() && r.counts().balances());
    }

    @Test
    void looksOnlyAtTheSourceWhenNothingIsNew() throws FailureException {
        sample(world);
        world.run();
        world.target.faults().clear();
        world.source.faults().clear();

        MailboxResult second = world.run();

        assertThat(second.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(second.copied()).isZero();
        assertThat(world.target.faults().steps()).isZero();
        assertThat(world.source.faults().passed(Faults.Point.LIST)).isZero();
    }

    @Test
    void foldersThatAreLeftOutStandInTheLedgerWithTheirReason() throws FailureException {
        sample(world);
        world.rules = new FolderRules(
                world.rules.specialUse(),
                world.rules.root(),
                List.of(new FolderRule("Sent", Optional.empty())),
                world.rules.subscriptions(),
                world.rules.repair());
        Filter plain = world.filter;
        world.filter = PlannerTest.filter(List.of("Empty"), 35_000_000, 500_000, Optional.empty());

        world.run();

        assertThat(world.read(world.rows.getFirst(), MailboxLedger::leftOut))
                .extracting(left -> left.folder() + " " + left.reason().code())
                .containsExactlyInAnyOrder("Empty engine.folder.filtered", "Sent foldermap.rule");
        world.filter = plain;
        world.rules = FolderRules.DEFAULT;
        world.run();
        assertThat(world.read(world.rows.getFirst(), MailboxLedger::leftOut)).isEmpty();
    }

    @Test
    void copiesWhatIsNew() throws FailureException {
        sample(world);
        world.run();
        world.source.deliver(World.INBOX, World.mail(500, "new"));
        world.source.faults().clear();

        MailboxResult second = world.run();

        assertThat(second.copied()).isEqualTo(1);
        assertThat(World.picture(world.target)).isEqualTo(World.picture(world.source));
        assertThat(world.records().values())
                .allMatch(r -> r.settled() && r.counts().balances());
    }
}
