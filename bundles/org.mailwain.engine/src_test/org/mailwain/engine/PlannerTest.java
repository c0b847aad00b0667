package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.folder.FolderRule;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.settings.Bytes;
import org.mailwain.ledger.Ledger;
import org.mailwain.tck.memory.Content;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryFailure;
import org.mailwain.tck.memory.MemoryMailbox;
import org.mailwain.tck.memory.MemoryOptions;

class PlannerTest {
    private static final Instant DAY = Instant.parse("2024-01-01T00:00:00Z");
    private static final FolderPath NOTES = FolderPath.of("Notes");

    private World world = new World();

    @AfterEach
    void leave() {
        world.close();
    }

    private MailboxPlan plan() throws FailureException {
        try (Engine engine = world.engine()) {
            return new Planner(engine, world.batch(), world.logins(), null, world.cancel).plan(world.rows.getFirst());
        }
    }

    private MailboxPlan planWithLedger() throws FailureException {
        try (Engine engine = world.engine();
                Ledger ledger = world.ledger()) {
            return new Planner(engine, world.batch(), world.logins(), ledger, world.cancel).plan(world.rows.getFirst());
        }
    }

    private static Map<String, FolderPlan> byName(MailboxPlan plan) {
        assertThat(plan.failure()).isNull();
        return plan.folders().stream().collect(Collectors.toMap(f -> f.source().toString(), Function.identity()));
    }

    private void deliver(FolderPath folder, int number, String body, Flags flags) {
        world.source.deliver(folder, Content.of(World.mail(number, body)), flags, DAY.plusSeconds(number));
    }

    static Filter filter(List<String> exclude, long size, int items, Optional<Boolean> seen) {
        return new Filter(
                List.of(),
                exclude,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Bytes(size),
                items,
                seen,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void countsWhatIsNewAndWhatHasToBeMade() throws FailureException {
        MailboxJobTest.sample(world);

        Map<String, FolderPlan> folders = byName(plan());

        FolderPlan inbox = folders.get("INBOX");
        assertThat(inbox.standing()).isEqualTo(26);
        assertThat(inbox.items()).isEqualTo(26);
        assertThat(inbox.known()).isZero();
        assertThat(inbox.create()).isFalse();
        assertThat(inbox.bytes())
                .isEqualTo(world.source.messages(World.INBOX).stream()
                        .mapToLong(m -> m.content().size())
                        .sum());
        assertThat(folders.get("Sent").create()).isTrue();
        assertThat(folders.get("Empty").standing()).isZero();
    }

    @Test
    void showsTheTargetAsItStandsAndWhatComes() throws FailureException {
        MailboxJobTest.sample(world);

        MailboxPlan plan = plan();

        Map<String, TargetPlan> target =
                plan.target().stream().collect(Collectors.toMap(f -> f.path().toString(), Function.identity()));
        TargetPlan inbox = target.get("INBOX");
        assertThat(inbox.create()).isFalse();
        assertThat(inbox.coming()).isEqualTo(26);
        assertThat(inbox.from()).containsExactly(World.INBOX);
        assertThat(target.get("Sent").create()).isTrue();
        assertThat(target.get("Sent").standing()).isZero();
        assertThat(plan.target().stream().mapToLong(TargetPlan::coming).sum())
                .isEqualTo(plan.folders().stream().mapToLong(FolderPlan::items).sum());
        assertThat(plan.target().stream().mapToLong(TargetPlan::comingBytes).sum())
                .isEqualTo(plan.folders().stream().mapToLong(FolderPlan::bytes).sum());
    }

    @Test
    void writesNothing() throws FailureException {
        MailboxJobTest.sample(world);
        Map<String, List<String>> source = World.picture(world.source);
        Map<String, List<String>> target = World.picture(world.target);

        plan();

        assertThat(World.picture(world.source)).isEqualTo(source);
        assertThat(World.picture(world.target)).isEqualTo(target);
        assertThat(world.target.faults().passed(Faults.Point.ENSURE)).isZero();
        assertThat(world.events).isEmpty();
    }

    @Test
    void leavesOutWhatTheLedgerKnows() throws FailureException {
        MailboxJobTest.sample(world);
        world.run();
        deliver(World.INBOX, 500, "new", Flags.NONE);

        MailboxPlan plan = planWithLedger();

        FolderPlan inbox = byName(plan).get("INBOX");
        assertThat(inbox.standing()).isEqualTo(27);
        assertThat(inbox.known()).isEqualTo(26);
        assertThat(inbox.items()).isEqualTo(1);
        assertThat(plan.folders().stream().mapToLong(FolderPlan::items).sum()).isEqualTo(1);
    }

    @Test
    void sourceNumberedAnewIsNew() throws FailureException {
        MailboxJobTest.sample(world);
        world.run();
        world.source.renewEpoch(World.INBOX);

        FolderPlan inbox = byName(planWithLedger()).get("INBOX");

        assertThat(inbox.known()).isZero();
        assertThat(inbox.items()).isEqualTo(26);
    }

    @Test
    void countsWhatRulesLeaveOutByReason() throws FailureException {
        deliver(World.INBOX, 1, "x".repeat(5000), Flags.NONE);
        deliver(World.INBOX, 2, "x".repeat(6000), Flags.NONE);
        deliver(World.INBOX, 3, "read", Flags.of(SystemFlag.SEEN));
        deliver(World.INBOX, 4, "taken", Flags.NONE);
        world.filter = filter(List.of(), 4000, 1000, Optional.of(false));

        FolderPlan inbox = byName(plan()).get("INBOX");

        assertThat(inbox.items()).isEqualTo(1);
        assertThat(inbox.skipped())
                .extracting(s -> s.reason().code(), FolderPlan.Skipped::items)
                .containsExactlyInAnyOrder(
                        tuple(EngineFailure.SKIPPED_SIZE.code(), 2L), tuple(EngineFailure.SKIPPED_SEEN.code(), 1L));
        assertThat(inbox.skipped().getFirst().bytes()).isGreaterThan(11_000);
    }

    @Test
    void takesTheNewestOfTheMailbox() throws FailureException {
        for (int i = 0; i < 10; i++) {
            deliver(i % 2 == 0 ? World.INBOX : NOTES, i, "body", Flags.NONE);
        }
        world.filter = filter(List.of(), 1_000_000, 4, Optional.empty());

        Map<String, FolderPlan> folders = byName(plan());

        assertThat(folders.get("INBOX").items()).isEqualTo(2);
        assertThat(folders.get("Notes").items()).isEqualTo(2);
        assertThat(folders.get("Notes").skipped())
                .singleElement()
                .satisfies(s -> assertThat(s.reason()).isEqualTo(EngineFailure.SKIPPED_COUNT.with(4)));
    }

    @Test
    void tellsWhatTheTargetFindsTooLarge() throws FailureException {
        world.close();
        world = new World(MemoryOptions.IMAP.itemLimit(2000));
        deliver(World.INBOX, 1, "x".repeat(5000), Flags.NONE);
        deliver(World.INBOX, 2, "short", Flags.NONE);

        FolderPlan inbox = byName(plan()).get("INBOX");

        assertThat(inbox.items()).isEqualTo(1);
        assertThat(inbox.skipped())
                .singleElement()
                .satisfies(
                        s -> assertThat(s.reason().is(EngineFailure.TOO_LARGE)).isTrue());
    }

    @Test
    void showsFoldersThatAreLeftOut() throws FailureException {
        deliver(NOTES, 1, "by rule", Flags.NONE);
        deliver(FolderPath.of("Old"), 2, "by filter", Flags.NONE);
        world.filter = filter(List.of("Old"), 1_000_000, 1000, Optional.empty());
        FolderRules plain = FolderRules.DEFAULT;
        world.rules = new FolderRules(
                plain.specialUse(),
                plain.root(),
                List.of(new FolderRule("Notes", Optional.empty())),
                plain.subscriptions(),
                plain.repair());

        MailboxPlan plan = plan();

        assertThat(plan.folders()).extracting(f -> f.source().toString()).containsExactly("INBOX", "Notes", "Old");
        for (String name : List.of("Notes", "Old")) {
            FolderPlan folder = byName(plan).get(name);
            assertThat(folder.reason()).isEqualTo(FolderMapping.Reason.LEFT_OUT);
            assertThat(folder.target()).isEmpty();
            assertThat(folder.items()).isZero();
            assertThat(folder.conflict()).isNull();
        }
    }

    @Test
    void listsAgainAfterALostConnection() throws FailureException {
        MailboxJobTest.sample(world);
        world.source.faults().at(Faults.Point.PAGE, 2).cut();

        MailboxPlan plan = plan();

        assertThat(plan.folders().stream().mapToLong(FolderPlan::items).sum()).isEqualTo(32);
    }

    @Test
    void folderThatCannotBeListedIsAConflict() throws FailureException {
        MailboxJobTest.sample(world);
        Failure broken = MemoryFailure.NO_FOLDER.with("INBOX");
        world.source.faults().at(Faults.Point.LIST, 2).fail(broken);

        List<FolderPlan> folders = plan().folders();

        assertThat(folders)
                .filteredOn(f -> f.conflict() != null)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.conflict()).isEqualTo(broken);
                    assertThat(f.standing()).isEqualTo(-1);
                    assertThat(f.items()).isZero();
                });
    }

    @Test
    void mailboxThatCannotBeOpenedFails() throws FailureException {
        world.rows = new ArrayList<>(List.of(World.row("nobody")));

        MailboxPlan plan = plan();

        assertThat(plan.failure().code()).isEqualTo(MemoryFailure.SIGN_IN.code());
        assertThat(plan.folders()).isEmpty();
    }

    @Test
    void followingFlagsCostsWithoutChanges() throws FailureException {
        world.close();
        world = new World(MemoryOptions.IMAP.condstore(false), MemoryOptions.IMAP);
        world.follow = Follow.FOLLOW;

        assertThat(plan().flagsCost()).isTrue();
        world.follow = Follow.INITIAL;
        assertThat(plan().flagsCost()).isFalse();
    }

    @Test
    void endsAtACancel() throws FailureException {
        CancelSource cancel = new CancelSource();
        world.cancel = cancel;
        MailboxJobTest.sample(world);
        MemoryMailbox source = world.source;
        source.faults().at(Faults.Point.PAGE, 1).run(cancel::request);
        source.faults().at(Faults.Point.PAGE, 1).hang();

        assertThatThrownBy(this::plan).isInstanceOf(CancelledException.class);
    }
}
