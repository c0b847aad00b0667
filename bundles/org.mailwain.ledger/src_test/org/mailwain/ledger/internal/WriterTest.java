package org.mailwain.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.ledger.LedgerFailure;

@Timeout(60)
class WriterTest {
    @TempDir
    Path folder;

    private PlainDatabase database;
    private Writer writer;

    @BeforeEach
    void open() throws Exception {
        database = new PlainDatabase(folder.resolve("x.db"));
        new Schema(database).bring();
        writer = new Writer(database, true);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    private interface Body {
        void on(Session session) throws SQLException, FailureException;
    }

    private static Write<Void> write(int weight, Body body) {
        return new Write<>(weight) {
            @Override
            protected Void apply(Session session) throws SQLException, FailureException {
                body.on(session);
                return null;
            }
        };
    }

    private static void count(Session session) throws SQLException {
        session.update("UPDATE meta SET value = value + 1 WHERE name = 'batch'");
    }

    private long counted() throws Exception {
        try (Readers readers = new Readers(database)) {
            return readers.read(session -> {
                try (var row = session.query("SELECT value FROM meta WHERE name = 'batch'")) {
                    return row.getLong(1);
                }
            });
        }
    }

    /** The group's first attempt is taken back as a whole, so nothing is counted twice. */
    @Test
    void oneBrokenWriteIsTakenOutOfItsGroup() throws Exception {
        CountDownLatch gathered = new CountDownLatch(1);
        CompletableFuture<Void> first = writer.hand(write(0, session -> await(gathered)));
        List<CompletableFuture<Void>> good = new ArrayList<>();
        good.add(writer.hand(write(0, WriterTest::count)));
        CompletableFuture<Void> broken = writer.hand(write(0, session -> {
            count(session);
            session.update("UPDATE nowhere SET x = 1");
        }));
        CompletableFuture<Void> wild = writer.hand(write(0, session -> {
            count(session);
            throw new IllegalStateException("a bug");
        }));
        good.add(writer.hand(write(0, WriterTest::count)));
        gathered.countDown();
        first.get();
        for (CompletableFuture<Void> each : good) {
            each.get();
        }
        for (CompletableFuture<Void> each : List.of(broken, wild)) {
            assertThatThrownBy(each::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(FailureException.class);
        }
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void aLockThatSomebodyHoldsForAMomentFailsNothing() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        writer.now(write(0, session -> {
            count(session);
            if (tries.incrementAndGet() == 1) {
                throw new SQLException("[SQLITE_BUSY] The database file is locked");
            }
        }));
        assertThat(counted()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aConnectionThatCannotBeHadFailsTheWriteAndIsTriedAgain() throws Exception {
        database.brokenWriters = 1;
        assertThatThrownBy(() -> writer.now(write(0, WriterTest::count))).isInstanceOf(FailureException.class);
        writer.now(write(0, WriterTest::count));
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void anErrorOfTheMachineEndsTheWriteAndNotTheWriter() throws Exception {
        CompletableFuture<Void> out = writer.hand(write(0, session -> {
            throw new OutOfMemoryError("for the test");
        }));
        assertThatThrownBy(out::get).hasCauseInstanceOf(FailureException.class);
        writer.now(write(0, WriterTest::count));
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void whoeverHandsInTooMuchWaits() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        writer.hand(write(0, session -> await(busy)));
        AtomicInteger handed = new AtomicInteger();
        Thread hand = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 10; i++) {
                writer.hand(write(WriteQueue.MOST_ENTRIES / 4, WriterTest::count));
                handed.incrementAndGet();
            }
        });
        Thread.sleep(300);
        assertThat(handed.get()).isLessThanOrEqualTo(4);
        busy.countDown();
        hand.join();
        writer.now(write(0, WriterTest::count));
        assertThat(counted()).isEqualTo(11);
    }

    @Test
    void waitingForRoomCanBeInterrupted() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        writer.hand(write(0, session -> await(busy)));
        Thread.sleep(50);
        writer.hand(write(WriteQueue.MOST_ENTRIES, WriterTest::count));
        CompletableFuture<Void> refused = new CompletableFuture<>();
        Thread hand = Thread.ofPlatform()
                .start(() -> writer.hand(write(10, WriterTest::count))
                        .whenComplete((nothing, e) -> refused.completeExceptionally(e)));
        Thread.sleep(100);
        hand.interrupt();
        assertThatThrownBy(refused::get).hasCauseInstanceOf(CancelledException.class);
        busy.countDown();
    }

    @Test
    void whatFollowsAFutureMayHandInMoreButNotWait() throws Exception {
        CompletableFuture<Throwable> waited = new CompletableFuture<>();
        CompletableFuture<Void> more = writer.hand(write(0, WriterTest::count)).thenCompose(nothing -> {
            try {
                writer.now(write(0, WriterTest::count));
                waited.complete(null);
            } catch (FailureException | RuntimeException e) {
                waited.complete(e);
            }
            return writer.hand(write(WriteQueue.MOST_ENTRIES * 2, WriterTest::count));
        });
        more.get();
        assertThat(waited.get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingWritesWhatWasHandedInAndTakesNoMore() throws Exception {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            all.add(writer.hand(write(100, WriterTest::count)));
        }
        writer.close();
        assertThat(all).allMatch(future -> future.isDone() && !future.isCompletedExceptionally());
        assertThat(counted()).isEqualTo(500);
        assertThatThrownBy(() -> writer.hand(write(0, WriterTest::count))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsOnlyReadIsNotWritten() {
        Writer reading = new Writer(database, false);
        assertThatThrownBy(() -> reading.now(write(0, WriterTest::count)))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().is(LedgerFailure.WRITE)).isTrue());
        reading.close();
    }
}
