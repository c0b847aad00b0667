package org.mailwain.presenters.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.operations.Services;
import org.mailwain.operations.run.EventLog;
import org.mailwain.operations.run.RunFolder;
import org.mailwain.operations.run.RunLock;
import org.mailwain.presenters.batches.BatchPicture.Wish;

class RunShownTest {
    private static final long LIMIT_SECONDS = 20;
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Failure REFUSED = new Failure("imap.refused", Scope.MESSAGE, false, null, List.of());
    private static final Failure NO_SIGN_IN = new Failure("imap.sign-in", Scope.MAILBOX, false, null, List.of());

    @TempDir
    private Path project;

    private final BlockingQueue<BatchPicture> pictures = new LinkedBlockingQueue<>();

    private BatchWatch watch() {
        Services services = new Services(
                List.of(), List.of(), List.of(), List.of(), null, List.of(), null, null, List::of, List.of());
        return new BatchWatch(services, project, "staff", pictures::add);
    }

    private BatchPicture await(Predicate<BatchPicture> wanted) throws InterruptedException {
        while (true) {
            BatchPicture picture = pictures.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(picture).as("a picture as wanted").isNotNull();
            if (wanted.test(picture)) {
                return picture;
            }
        }
    }

    @Test
    void aRunOfAnyProcessIsShownFromItsBeginningToItsEnd() throws Exception {
        RunFolder run = RunFolder.of(project, "staff");
        try (BatchWatch watch = watch()) {
            watch.start();
            BatchPicture before = await(picture -> true);
            assertThat(before.state()).isEqualTo(BatchState.CREATED);
            assertThat(before.wishes()).containsExactly(Wish.START);
            try (RunLock lock = RunLock.take(run);
                    EventLog log = EventLog.open(run)) {
                assertThat(lock).isNotNull();
                events().forEach(log::happened);
                BatchPicture during = await(picture -> picture.totals().handled() == 30);
                assertThat(during.isRunning()).isTrue();
                assertThat(during.state()).isEqualTo(BatchState.SYNCING);
                assertThat(during.wishes()).containsExactlyInAnyOrder(Wish.STOP, Wish.RETRY_FAILED);
                assertThat(during.share()).isEqualTo(0.5);
                assertThat(during.mailboxes()).extracting(MailboxLine::label).containsExactly("anna", "ben");
                MailboxLine anna = during.mailboxes().getFirst();
                assertThat(anna.folder()).isEqualTo(FolderPath.INBOX);
                assertThat(anna.share()).isEqualTo(0.75);
                assertThat(anna.folders().getFirst().handled()).isEqualTo(30);
                log.happened(new RunEvent.BatchChanged(NOON.plusSeconds(60), "staff", BatchState.SYNCED_WITH_ERRORS));
            }
            BatchPicture after = await(picture -> !picture.isRunning());
            assertThat(after.state()).isEqualTo(BatchState.SYNCED_WITH_ERRORS);
            assertThat(after.wishes()).containsExactlyInAnyOrder(Wish.RESCAN, Wish.RETRY_FAILED);
            assertThat(after.rates()).as("the whole run").isNotEmpty();
        }
    }

    @Test
    void whatWentWrongIsGroupedByCauseTheFarthestReachingFirst() {
        ErrorTally tally = new ErrorTally();
        events().forEach(tally::apply);
        assertThat(tally.groups()).hasSize(2);
        assertThat(tally.groups().getFirst().example()).isEqualTo(NO_SIGN_IN);
        assertThat(tally.groups().getLast().count()).isEqualTo(2);
        assertThat(tally.groups().getLast().mailboxes()).containsExactly("anna");
    }

    @Test
    void aMailboxThatGoesOnLaterIsNoError() {
        ErrorTally tally = new ErrorTally();
        tally.apply(new RunEvent.MailboxChanged(Instant.EPOCH, "anna", MailboxState.QUEUED, NO_SIGN_IN));
        assertThat(tally.groups()).isEmpty();
        tally.apply(new RunEvent.MailboxChanged(Instant.EPOCH, "anna", MailboxState.FAILED, NO_SIGN_IN));
        assertThat(tally.groups()).hasSize(1);
    }

    @Test
    void aRunThatDiedIsNotShownAsWorking() throws Exception {
        RunFolder run = RunFolder.of(project, "staff");
        run.make();
        try (EventLog log = EventLog.open(run)) {
            events().forEach(log::happened);
        }
        try (BatchWatch watch = watch()) {
            watch.start();
            BatchPicture picture = await(some -> true);
            assertThat(picture.died()).isTrue();
            assertThat(picture.state()).isEqualTo(BatchState.STOPPED);
            assertThat(picture.wishes()).contains(Wish.RESUME).doesNotContain(Wish.STOP);
        }
    }

    @Test
    void aSecondRunIsNotAddedToTheFirst() throws Exception {
        RunFolder run = RunFolder.of(project, "staff");
        try (RunLock lock = RunLock.take(run);
                BatchWatch watch = watch();
                EventLog log = EventLog.open(run)) {
            assertThat(lock).isNotNull();
            events().forEach(log::happened);
            log.happened(new RunEvent.BatchChanged(NOON.plusSeconds(60), "staff", BatchState.SYNCED));
            log.happened(new RunEvent.BatchChanged(NOON.plusSeconds(90), "staff", BatchState.STARTING));
            watch.start();
            BatchPicture picture = await(some -> some.isRunning());
            assertThat(picture.totals().handled()).isZero();
            assertThat(picture.errors()).isEmpty();
        }
    }

    @Test
    void theRateOfALongRunKeepsItsFormInFewSteps() {
        RateHistory history = new RateHistory();
        for (int i = 0; i <= 10_000; i++) {
            history.apply(new RunEvent.FolderProgress(NOON.plusSeconds(i), "anna", FolderPath.INBOX, 7L * i, 0, 0, i));
        }
        List<RateHistory.Rate> rates = history.rates(null);
        assertThat(rates).hasSizeBetween(RateHistory.MOST / 2, RateHistory.MOST);
        assertThat(rates.get(rates.size() / 2).itemsPerSecond()).isBetween(6.9, 7.1);
        assertThat(rates.get(rates.size() / 2).bytesPerSecond()).isBetween(0.9, 1.1);
    }

    private static List<RunEvent> events() {
        return List.of(
                new RunEvent.BatchChanged(NOON, "staff", BatchState.STARTING),
                new RunEvent.MailboxChanged(NOON, "anna", MailboxState.QUEUED, null),
                new RunEvent.MailboxChanged(NOON, "ben", MailboxState.QUEUED, null),
                new RunEvent.BatchChanged(NOON, "staff", BatchState.SYNCING),
                new RunEvent.MailboxChanged(NOON, "anna", MailboxState.SYNCING, null),
                new RunEvent.MailboxPlanned(NOON, "anna", 2, 40, 4000),
                new RunEvent.MailboxPlanned(NOON, "ben", 2, 20, 2000),
                new RunEvent.FolderStarted(NOON, "anna", FolderPath.INBOX, 35, 3500),
                new RunEvent.ItemNoted(NOON, "anna", FolderPath.INBOX, "17", REFUSED),
                new RunEvent.ItemNoted(NOON, "anna", FolderPath.INBOX, "18", REFUSED),
                new RunEvent.MailboxChanged(NOON, "ben", MailboxState.FAILED, NO_SIGN_IN),
                new RunEvent.FolderProgress(NOON.plusSeconds(3), "anna", FolderPath.INBOX, 28, 0, 2, 2800));
    }
}
