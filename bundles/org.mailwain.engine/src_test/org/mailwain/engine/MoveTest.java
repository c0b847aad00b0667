package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.Deletions;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.progress.Cancel;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.TargetFolder;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryMessage;
import org.mailwain.tck.memory.MemoryOptions;

/** What left a source folder: moved along, removed where the batch asks for it, else left where it is. */
class MoveTest {
    private static final FolderPath SENT = FolderPath.of("Sent");
    private static final FolderPath ELSEWHERE = FolderPath.of("Elsewhere");

    private static World after(MemoryOptions target) throws FailureException {
        World world = new World(target);
        MailboxJobTest.sample(world);
        assertThat(world.run().failure()).isNull();
        return world;
    }

    private static World after() throws FailureException {
        return after(MemoryOptions.IMAP.multiAppend(4));
    }

    private static MemoryMessage move(World world, int which, FolderPath to) {
        MemoryMessage moved = world.source.messages(SENT).get(which);
        world.source.expunge(SENT, moved.id());
        world.source.deliver(to, moved.content(), moved.flags(), moved.received());
        return moved;
    }

    private static FolderCounts counts(World world, String pair) throws FailureException {
        return world.records().get(pair).counts();
    }

    private static void equal(World world, String when) throws FailureException {
        assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                .as(when)
                .isEmpty();
        assertThat(world.records().values()).as(when).allMatch(r -> r.counts().balances());
        List<TargetFolder> targets = world.read(world.rows.getFirst(), mailbox -> mailbox.targets());
        assertThat(targets)
                .as(when)
                .allMatch(t -> t.standing() == t.ours() + t.alreadyThere() + t.notOurs())
                .allMatch(t -> t.notOurs() == 0);
    }

    @Test
    void movesOnTheTargetWhatWasMovedOnTheSource() throws FailureException {
        try (World world = after()) {
            move(world, 2, World.INBOX);
            MemoryMessage other = move(world, 0, World.INBOX);
            world.source.deliver(World.INBOX, World.mail(700, "new"));
            world.target.faults().clear();
            assertThat(world.run().copied()).isEqualTo(1);
            assertThat(world.target.faults().passed(Faults.Point.MOVE)).isEqualTo(1);
            equal(world, "moved");
            assertThat(counts(world, "Sent > Sent").of(ItemMark.MOVED)).isEqualTo(2);
            assertThat(counts(world, "Sent > Sent").left()).isEqualTo(2);
            assertThat(counts(world, "INBOX > INBOX").of(ItemOutcome.COPIED)).isEqualTo(29);
            assertThat(world.run().copied()).isZero();
            world.source.expunge(
                    World.INBOX,
                    world.source.messages(World.INBOX).stream()
                            .filter(m -> m.content().equals(other.content()))
                            .findFirst()
                            .orElseThrow()
                            .id());
            world.source.deliver(SENT, other.content(), other.flags(), other.received());
            world.run();
            equal(world, "moved back");
        }
    }

    @Test
    void movesAFolderThatWasRenamed() throws FailureException {
        try (World world = after()) {
            world.source.rename(SENT, ELSEWHERE);
            world.source.setFlags(
                    ELSEWHERE, world.source.messages(ELSEWHERE).getFirst().id(), Flags.of(SystemFlag.FLAGGED));
            assertThat(world.run().copied()).isZero();
            Map<String, List<String>> expected = World.picture(world.source);
            expected.put("Sent", List.of());
            assertThat(Differences.of(World.picture(world.target), expected)).isEmpty();
        }
    }

    @Test
    void copiesWhereNothingCanBeMoved() throws FailureException {
        try (World world = after(MemoryOptions.IMAP.multiAppend(4).uidPlus(false))) {
            MemoryMessage moved = move(world, 2, World.INBOX);
            assertThat(world.run().copied()).isEqualTo(1);
            assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                    .isEqualTo(List.of("Sent has too much: " + World.line(moved)));
        }
    }

    @Test
    void copiesWhatAPersonTookAwayOnTheTarget() throws FailureException {
        try (World world = after()) {
            world.target.expunge(SENT, world.target.messages(SENT).get(2).id());
            move(world, 2, World.INBOX);
            assertThat(world.run().copied()).isEqualTo(1);
            assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                    .isEmpty();
        }
    }

    /** What is moved weeks later is not taken for what was deleted long ago. */
    @Test
    void leavesWhatStayedBehindInAnEarlierPass() throws FailureException {
        try (World world = after()) {
            MemoryMessage deleted = world.source.messages(SENT).get(2);
            world.source.expunge(SENT, deleted.id());
            world.source.deliver(World.INBOX, World.mail(701, "new"));
            world.run();
            world.source.deliver(World.INBOX, deleted.content(), deleted.flags(), deleted.received());
            assertThat(world.run().copied()).isEqualTo(1);
            assertThat(world.target.messages(SENT)).hasSize(5);
        }
    }

    /** The process dies, or the line breaks, at every step of a pass that moves and removes. */
    @Test
    void endsAsUndisturbedWhereverItBreaks() throws FailureException {
        Consumer<World> change = world -> {
            world.deletions = Optional.of(new Deletions(10, 50, false));
            move(world, 2, World.INBOX);
            move(world, 0, World.INBOX);
            world.source.expunge(
                    World.INBOX, world.source.messages(World.INBOX).get(1).id());
            world.source.deliver(World.INBOX, World.mail(702, "new"));
        };
        for (boolean cut : new boolean[] {true, false}) {
            for (Faults.Point point : List.of(Faults.Point.MOVE, Faults.Point.MOVED, Faults.Point.REMOVE)) {
                try (World world = after()) {
                    change.accept(world);
                    Steps steps = Steps.endless();
                    world.steps = steps;
                    world.target.faults().clear();
                    if (!cut) {
                        world.target.faults().at(point, 1).run(steps::die);
                    }
                    world.target.faults().at(point, 1).cut();
                    world.run();
                    world.steps = null;
                    world.target.faults().clear();
                    assertThat(world.run().failure()).isNull();
                    same(world, point + (cut ? " cut" : " killed"));
                }
            }
        }
        for (long step = 1; step <= 40; step++) {
            for (boolean done : new boolean[] {true, false}) {
                try (World world = after()) {
                    change.accept(world);
                    world.steps = new Steps(step, done);
                    world.run();
                    world.steps = null;
                    assertThat(world.run().failure()).isNull();
                    same(world, "step " + step + (done ? " done" : ""));
                }
            }
        }
    }

    private static void same(World world, String when) throws FailureException {
        assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                .as(when)
                .isEmpty();
        assertThat(world.records().values())
                .as(when)
                .allMatch(FolderRecord::settled)
                .allMatch(r -> r.counts().balances());
        assertThat(world.run().copied()).as(when).isZero();
    }

    @Test
    void removesNothingUnlessAsked() throws FailureException {
        try (World world = after()) {
            world.source.expunge(SENT, world.source.messages(SENT).get(2).id());
            world.run();
            assertThat(world.target.messages(SENT)).hasSize(5);
            world.deletions = Optional.of(new Deletions(10, 50, false));
            assertThat(planned(world)).containsExactly("engine.folder.removes");
            world.run();
            equal(world, "asked later");
            assertThat(counts(world, "Sent > Sent").of(ItemMark.REMOVED)).isEqualTo(1);
            assertThat(planned(world)).isEmpty();
            world.target.faults().clear();
            world.run();
            assertThat(world.target.faults().passed(Faults.Point.REMOVE)).isZero();
        }
    }

    /** What a plan says of removals. */
    private static List<String> planned(World world) throws FailureException {
        try (Engine engine = world.engine();
                Ledger ledger = world.ledger()) {
            return new Planner(engine, world.batch(), world.logins(), ledger, Cancel.NEVER)
                    .plan(world.rows.getFirst()).folders().stream()
                            .flatMap(folder -> folder.notes().stream())
                            .map(Failure::code)
                            .toList();
        }
    }

    private static void brakes(World world, String code) throws FailureException {
        int before = world.target.messages(SENT).size();
        assertThat(planned(world)).as(code).containsExactly(code);
        MailboxResult result = world.run();
        assertThat(result.ending()).as(code).isEqualTo(Ending.WITH_ERRORS);
        assertThat(result.failure().code()).isEqualTo(code);
        assertThat(world.target.messages(SENT)).as(code).hasSize(before);
        assertThat(world.run().ending()).as(code + " again").isEqualTo(Ending.WITH_ERRORS);
    }

    @Test
    void stopsBeforeTooManyAndGoesOnOnceTheBatchAllowsThem() throws FailureException {
        try (World world = after()) {
            world.deletions = Optional.of(new Deletions(1, 100, false));
            List<MemoryMessage> sent = world.source.messages(SENT);
            world.source.expunge(SENT, sent.get(0).id(), sent.get(1).id());
            brakes(world, "engine.folder.removes-many");
            world.deletions = Optional.of(new Deletions(10, 30, false));
            brakes(world, "engine.folder.removes-share");
            world.deletions = Optional.of(new Deletions(10, 40, false));
            assertThat(world.run().ending()).isEqualTo(Ending.COMPLETED);
            equal(world, "allowed");
        }
    }

    @Test
    void stopsAtAFolderThatWasEmptiedOrDeleted() throws FailureException {
        for (boolean deleted : new boolean[] {true, false}) {
            try (World world = after()) {
                world.deletions = Optional.of(new Deletions(100, 100, false));
                if (deleted) {
                    world.source.delete(SENT);
                } else {
                    world.source.messages(SENT).forEach(m -> world.source.expunge(SENT, m.id()));
                }
                brakes(world, "engine.folder.removes-all");
                world.deletions = Optional.of(new Deletions(100, 100, true));
                assertThat(world.run().ending()).isEqualTo(Ending.COMPLETED);
                assertThat(world.target.messages(SENT)).isEmpty();
            }
        }
    }

    /** In another epoch nothing of what stood there is known by name. */
    @Test
    void removesNothingWhereTheSourceWasNumberedAnew() throws FailureException {
        try (World world = after()) {
            world.deletions = Optional.of(new Deletions(100, 100, true));
            world.source.expunge(SENT, world.source.messages(SENT).get(2).id());
            world.source.renewEpoch(SENT);
            assertThat(world.run().ending()).isEqualTo(Ending.COMPLETED);
            assertThat(world.target.messages(SENT)).hasSize(5);
        }
    }

    @Test
    void removesOnlyOurCopies() throws FailureException {
        try (World world = new World()) {
            world.source.deliver(World.INBOX, World.mail(1, "stood there"));
            world.target.deliver(World.INBOX, World.mail(1, "stood there"));
            world.source.deliver(World.INBOX, World.mail(2, "copied"));
            world.source.deliver(World.INBOX, World.mail(3, "stays"));
            world.run();
            world.target.deliver(World.INBOX, World.mail(2, "copied"));
            world.deletions = Optional.of(new Deletions(100, 100, false));
            List<MemoryMessage> all = world.source.messages(World.INBOX);
            world.source.expunge(World.INBOX, all.get(0).id(), all.get(1).id());
            world.run();
            assertThat(world.target.messages(World.INBOX)).hasSize(3);
            assertThat(world.target.messages(World.INBOX).getFirst().received()).isBefore(Instant.MAX);
        }
    }
}
