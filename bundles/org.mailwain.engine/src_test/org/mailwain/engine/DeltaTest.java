package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderRule;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.settings.Bytes;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.tck.memory.Content;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryMessage;
import org.mailwain.tck.memory.MemoryOptions;

/** What later passes cost and do; what rules leave out. */
class DeltaTest {
    private static final FolderPath SENT = FolderPath.of("Sent");

    private static World after(MemoryOptions source) throws FailureException {
        World world = new World(source, MemoryOptions.IMAP.multiAppend(4));
        MailboxJobTest.sample(world);
        world.run();
        return world;
    }

    private static MemoryOptions source(boolean condstore, boolean qresync) {
        return MemoryOptions.IMAP.condstore(condstore).qresync(qresync);
    }

    private static void holds(World world) throws FailureException {
        assertThat(world.records().values())
                .allMatch(FolderRecord::settled)
                .allMatch(r -> r.counts().balances());
    }

    private static FolderCounts counts(World world, String pair) throws FailureException {
        return world.records().get(pair).counts();
    }

    @Test
    void asksOnlyForWhatIsNew() throws FailureException {
        try (World world = after(source(true, false))) {
            world.source.deliver(SENT, World.mail(800, "new"));
            world.source.faults().clear();
            assertThat(world.run().copied()).isEqualTo(1);
            assertThat(world.source.faults().passed(Faults.Point.LIST)
                            + world.source.faults().passed(Faults.Point.CHANGES))
                    .isEqualTo(1);
            assertThat(counts(world, "Sent > Sent").listed()).isEqualTo(6);
            holds(world);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void countsWhatLeftOutsideTheBalance(int kind) throws FailureException {
        try (World world = after(source(kind > 0, kind > 1))) {
            List<MemoryMessage> sent = world.source.messages(SENT);
            world.source.expunge(SENT, sent.get(1).id(), sent.get(2).id());
            world.source.deliver(SENT, World.mail(801, "new"));
            assertThat(world.run().copied()).isEqualTo(1);
            FolderCounts counts = counts(world, "Sent > Sent");
            assertThat(counts.listed()).isEqualTo(4);
            assertThat(counts.left()).isEqualTo(2);
            assertThat(world.target.messages(SENT)).hasSize(6);
            holds(world);
            assertThat(world.run().copied()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void carriesChangedFlagsOverWhenItFollows(int kind) throws FailureException {
        try (World world = new World(source(kind > 0, kind > 1), MemoryOptions.IMAP)) {
            world.follow = Follow.FOLLOW;
            MailboxJobTest.sample(world);
            world.run();
            MemoryMessage first = world.source.messages(World.INBOX).getFirst();
            world.source.setFlags(World.INBOX, first.id(), Flags.of(SystemFlag.FLAGGED, SystemFlag.DRAFT));
            // without CONDSTORE a change of flags alone shows only where something else changed
            world.source.deliver(World.INBOX, World.mail(802, "new"));
            world.source.expunge(
                    World.INBOX, world.source.messages(World.INBOX).get(3).id());
            world.run();
            assertThat(world.target.messages(World.INBOX).getFirst().flags())
                    .isEqualTo(Flags.of(SystemFlag.FLAGGED, SystemFlag.DRAFT));
            holds(world);
        }
    }

    /** Without CONDSTORE a change of flags shows in no state: one look at all of them, folder by folder. */
    @Test
    void followsFlagsThatNoStateShows() throws FailureException {
        try (World world = new World(source(false, false), MemoryOptions.IMAP)) {
            world.follow = Follow.FOLLOW;
            MailboxJobTest.sample(world);
            world.run();
            MemoryMessage first = world.source.messages(World.INBOX).getFirst();
            world.source.setFlags(World.INBOX, first.id(), Flags.of(SystemFlag.FLAGGED));
            world.source.faults().clear();
            world.run();
            assertThat(world.target.messages(World.INBOX).getFirst().flags()).isEqualTo(Flags.of(SystemFlag.FLAGGED));
            assertThat(world.source.faults().passed(Faults.Point.LIST)).isZero();
            assertThat(world.source.faults().passed(Faults.Point.FETCH)).isZero();
            holds(world);
        }
    }

    @Test
    void leavesFlagsAloneWhenItDoesNotFollow() throws FailureException {
        try (World world = after(MemoryOptions.IMAP)) {
            MemoryMessage first = world.source.messages(World.INBOX).getFirst();
            world.source.setFlags(World.INBOX, first.id(), Flags.of(SystemFlag.FLAGGED));
            world.run();
            assertThat(world.target.messages(World.INBOX).getFirst().flags()).isEqualTo(first.flags());
            holds(world);
        }
    }

    @Test
    void takesAFolderThatWasNumberedAnewForWhatItIs() throws FailureException {
        try (World world = after(MemoryOptions.IMAP)) {
            world.source.renewEpoch(World.INBOX);
            MailboxResult result = world.run();
            assertThat(result.copied()).isZero();
            assertThat(counts(world, "INBOX > INBOX").of(ItemOutcome.ALREADY_THERE))
                    .isEqualTo(26);
            assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                    .isEmpty();
            holds(world);
        }
    }

    @Test
    void findsItsCopiesOnATargetThatWasNumberedAnew() throws FailureException {
        try (World world = after(MemoryOptions.IMAP)) {
            world.target.renewEpoch(World.INBOX);
            world.source.deliver(World.INBOX, World.mail(803, "new"));
            assertThat(world.run().copied()).isEqualTo(1);
            assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                    .isEmpty();
            assertThat(counts(world, "INBOX > INBOX").of(ItemOutcome.COPIED)).isEqualTo(27);
            holds(world);
            world.source.deliver(World.INBOX, World.mail(804, "newer"));
            assertThat(world.run().copied()).isEqualTo(1);
        }
    }

    @Test
    void copiesAnewIntoAFolderThatWasMadeAnew() throws FailureException {
        try (World world = after(MemoryOptions.IMAP)) {
            world.target.delete(SENT);
            world.target.create(SENT);
            world.source.deliver(SENT, World.mail(805, "new"));
            assertThat(world.run().copied()).isEqualTo(6);
            assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                    .isEmpty();
            holds(world);
        }
    }

    @Test
    void leavesWhatAPersonTidiedOnTheTarget() throws FailureException {
        try (World world = after(MemoryOptions.IMAP)) {
            MemoryMessage tidied = world.target.messages(SENT).get(1);
            world.target.expunge(SENT, tidied.id());
            world.source.deliver(SENT, World.mail(806, "new"));
            assertThat(world.run().copied()).isEqualTo(1);
            assertThat(world.target.messages(SENT)).hasSize(5);
            holds(world);
        }
    }

    @Test
    void recognisesWhatCameToBothSides() throws FailureException {
        try (World world = after(MemoryOptions.IMAP)) {
            world.source.deliver(World.INBOX, World.mail(807, "both"));
            world.target.deliver(World.INBOX, World.mail(807, "both"));
            world.target.deliver(World.INBOX, World.mail(808, "target alone"));
            assertThat(world.run().copied()).isZero();
            assertThat(counts(world, "INBOX > INBOX").of(ItemOutcome.ALREADY_THERE))
                    .isEqualTo(1);
            holds(world);
        }
    }

    @Test
    void forgetsNothingThatCameToTheTargetDuringAPass() throws FailureException {
        try (World world = new World(MemoryOptions.IMAP.multiAppend(4))) {
            MailboxJobTest.sample(world);
            world.target
                    .faults()
                    .at(Faults.Point.APPEND, 4)
                    .run(() -> world.target.deliver(World.INBOX, World.mail(809, "dual")));
            world.run();
            world.source.deliver(World.INBOX, World.mail(809, "dual"));
            assertThat(world.run().copied()).isZero();
            assertThat(counts(world, "INBOX > INBOX").of(ItemOutcome.ALREADY_THERE))
                    .isEqualTo(1);
        }
    }

    @Test
    void doesNotTakeADifferentMessageForTheSame() throws FailureException {
        try (World world = new World()) {
            world.source.deliver(World.INBOX, World.mail(1, "what the source has"));
            world.target.deliver(World.INBOX, World.mail(1, "what the target has is longer"));
            world.source.deliver(World.INBOX, World.weak("a"));
            world.target.deliver(World.INBOX, World.weak("b"));
            world.source.deliver(World.INBOX, World.weak("c"));
            world.target.deliver(World.INBOX, World.weak("c"));
            assertThat(world.run().copied()).isEqualTo(2);
            assertThat(world.target.messages(World.INBOX)).hasSize(5);
            holds(world);
        }
    }

    @Test
    void marksAFolderThatIsGoneAsLeft() throws FailureException {
        try (World world = after(MemoryOptions.IMAP)) {
            world.source.delete(SENT);
            world.run();
            assertThat(counts(world, "Sent > Sent").left()).isEqualTo(5);
            assertThat(counts(world, "Sent > Sent").balances()).isTrue();
            assertThat(world.target.messages(SENT)).hasSize(5);
        }
    }

    @Test
    void listsWhatTheRulesLeaveOutAndTakesItWhenTheyChange() throws FailureException {
        try (World world = new World()) {
            MailboxJobTest.sample(world);
            world.filter = filter(1_000, 100, Optional.of(Instant.parse("2024-01-01T00:00:05Z")));
            MailboxResult result = world.run();
            FolderCounts evidence = result.evidence();
            assertThat(evidence.of(ItemOutcome.SKIPPED_BY_RULE)).isEqualTo(7);
            assertThat(evidence.balances()).isTrue();
            assertThat(world.notes(world.rows.getFirst())).hasSize(7);
            assertThat(world.run().copied()).isZero();
            world.filter = Filter.DEFAULT;
            assertThat(world.run().copied()).isEqualTo(7);
            assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                    .isEmpty();
            holds(world);
        }
    }

    private static Filter filter(long size, int items, Optional<Instant> after) {
        return new Filter(
                List.of(),
                List.of(),
                after,
                Optional.empty(),
                Optional.empty(),
                new Bytes(size),
                items,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void takesTheNewestOfTheWholeMailbox() throws FailureException {
        try (World world = new World()) {
            MailboxJobTest.sample(world);
            world.filter = filter(1_000_000, 8, Optional.empty());
            MailboxResult result = world.run();
            assertThat(result.copied()).isEqualTo(8);
            assertThat(result.evidence().of(ItemOutcome.SKIPPED_BY_RULE)).isEqualTo(24);
            assertThat(world.target.messages(SENT)).hasSize(5);
            holds(world);
        }
    }

    @Test
    void takesWhatTheServersOwnSearchFinds() throws FailureException {
        try (World world = new World()) {
            MailboxJobTest.sample(world);
            Filter all = Filter.DEFAULT;
            world.filter = new Filter(
                    all.include(),
                    all.exclude(),
                    all.receivedAfter(),
                    all.receivedBefore(),
                    all.maxAge(),
                    all.maxItemSize(),
                    all.maxItems(),
                    all.seen(),
                    all.flagged(),
                    Optional.of("TEXT body 7"));
            MailboxResult result = world.run();
            long copied = result.copied();
            assertThat(copied).isBetween(1L, 31L);
            assertThat(result.evidence().of(ItemOutcome.SKIPPED_BY_RULE)).isEqualTo(32 - copied);
            assertThat(world.notes(world.rows.getFirst()))
                    .allMatch(n -> n.note().failure().is(EngineFailure.SKIPPED_SEARCH));
            world.source.deliver(World.INBOX, World.mail(900, "body 7 again"));
            world.source.deliver(World.INBOX, World.mail(901, "another"));
            assertThat(world.run().copied()).isEqualTo(1);
            holds(world);
        }
    }

    @Test
    void leavesFoldersOutByNameAndByToken() throws FailureException {
        try (World world = new World()) {
            MailboxJobTest.sample(world);
            world.filter = new Filter(
                    List.of(),
                    List.of("#Sent#", "Archive/**"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new Bytes(1_000_000),
                    1000,
                    Optional.of(true),
                    Optional.empty(),
                    Optional.empty());
            world.run();
            assertThat(world.records().keySet()).containsExactly("Empty > Empty", "INBOX > INBOX");
            assertThat(world.target.messages(World.INBOX)).hasSize(7);
            holds(world);
        }
    }

    @Test
    void looksForNewMailInTheFolderItWentToBefore() throws FailureException {
        try (World world = after(MemoryOptions.IMAP)) {
            // a folder of the same use appears on the target: what was settled stays where it is
            world.target.create(FolderPath.of("Gesendet"), SpecialUse.SENT);
            world.source.deliver(SENT, World.mail(810, "new"));
            assertThat(world.run().copied()).isEqualTo(1);
            assertThat(world.target.messages(SENT)).hasSize(6);
        }
    }

    @Test
    void followsANewFolderMap() throws FailureException {
        try (World world = after(MemoryOptions.IMAP)) {
            world.rules = new FolderRules(
                    FolderRules.SpecialUseMapping.NAMES,
                    Optional.empty(),
                    List.of(new FolderRule("Sent", Optional.of("Old/Sent"))),
                    true,
                    true);
            assertThat(world.run().copied()).isEqualTo(5);
            assertThat(world.target.messages(FolderPath.of("Old", "Sent"))).hasSize(5);
        }
    }

    @Test
    void bringsTwoFoldersTogetherInOne() throws FailureException {
        try (World world = new World(MemoryOptions.IMAP.multiAppend(4))) {
            MailboxJobTest.sample(world);
            world.rules = new FolderRules(
                    FolderRules.SpecialUseMapping.OFF,
                    Optional.empty(),
                    List.of(new FolderRule("Sent", Optional.of("INBOX"))),
                    true,
                    true);
            world.source.deliver(SENT, Content.of(World.mail(3, "body 3")), Flags.NONE, Instant.EPOCH);
            assertThat(world.run().copied()).isEqualTo(33);
            assertThat(world.target.messages(World.INBOX)).hasSize(32);
            world.source.deliver(SENT, World.mail(4, "body 4"));
            assertThat(world.run().copied()).isEqualTo(1);
            assertThat(world.target.messages(World.INBOX)).hasSize(33);
            holds(world);
        }
    }

    @Test
    void tellsWhenTheQuietTimeIsNotNeeded() throws FailureException {
        try (World world = after(MemoryOptions.IMAP)) {
            Instant before = world.clock.instant();
            world.source.deliver(SENT, World.mail(811, "new"));
            world.run();
            assertThat(Duration.between(before, world.clock.instant())).isLessThan(Duration.ofSeconds(1));
        }
    }
}
