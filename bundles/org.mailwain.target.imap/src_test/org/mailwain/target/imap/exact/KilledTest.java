package org.mailwain.target.imap.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.target.imap.exact.Stage.Named;
import org.mailwain.target.imap.exact.Stage.Traffic;
import org.mailwain.tck.Mail;
import org.mailwain.tck.wire.ImapHand;

/**
 * Runs between real servers die at durable steps and at any byte of the wire; the next one ends with what an undisturbed
 * run gives. A sample of the moments, and all of them under {@code -Dmailwain.kill.all=true}.
 */
class KilledTest {
    private static final boolean ALL = Boolean.getBoolean("mailwain.kill.all");
    private static final Random RANDOM = new Random();
    /** More than any run of the sample mailbox takes; a run that survives is looked at all the same. */
    private static final int MOST_STEPS = 90;

    private static Stage stage;

    @BeforeAll
    static void servers() throws Exception {
        stage = new Stage();
        for (Between between : Between.TRIED) {
            stage.undisturbed(between);
        }
    }

    private static void hold(List<Named> trials) throws InterruptedException {
        assertThat(stage.hold(trials)).isEmpty();
        if (ALL) {
            System.out.println(trials.size() + " deaths survived, the first "
                    + trials.getFirst().when());
        }
    }

    private static Journey.Plan step(long last, boolean after) {
        return (from, to, death) -> new Steps(last, after, death);
    }

    private static Journey.Plan sent(long bytes) {
        return (from, to, death) -> {
            to.dieAfterSending(bytes);
            return new Steps(0, false, death);
        };
    }

    private static Journey.Plan answered(long bytes) {
        return (from, to, death) -> {
            to.dieAfterAnswers(bytes);
            return new Steps(0, false, death);
        };
    }

    private static Journey.Plan read(long bytes) {
        return (from, to, death) -> {
            from.dieAfterAnswers(bytes);
            return new Steps(0, false, death);
        };
    }

    private static Named dies(Between between, String when, Journey.Plan plan) {
        return new Named(between, between + " " + when, scene -> {
            scene.journey.runAndDie(plan);
            scene.endsAsUndisturbed();
        });
    }

    @Test
    void atADurableStep() throws Exception {
        List<Named> trials = new ArrayList<>();
        for (Between between : Between.TRIED) {
            int most = between.isPop() ? MOST_STEPS / 2 : MOST_STEPS;
            for (int step = 1; step <= most; step++) {
                for (boolean after : new boolean[] {false, true}) {
                    if (ALL || RANDOM.nextInt(most) == 0) {
                        String when = "step " + step + (after ? " done" : " not done");
                        trials.add(dies(between, when, step(step, after)));
                    }
                }
            }
        }
        hold(trials);
    }

    @Test
    void atAByteOfTheWire() throws Exception {
        List<Named> trials = new ArrayList<>();
        for (Between between : Between.TRIED) {
            Traffic traffic = stage.undisturbed(between);
            for (int i = 0; i < (ALL ? 40 : 1); i++) {
                long out = RANDOM.nextLong(traffic.sent());
                trials.add(dies(between, "byte " + out + " sent", sent(out)));
                long in = RANDOM.nextLong(traffic.answered());
                trials.add(dies(between, "byte " + in + " answered", answered(in)));
                if (ALL) {
                    long read = RANDOM.nextLong(traffic.read());
                    trials.add(dies(between, "byte " + read + " read", read(read)));
                }
            }
        }
        hold(trials);
    }

    /** What was on its way when the process died arrives five seconds later, while the next one runs. */
    @Test
    void withBytesThatArriveLate() throws Exception {
        List<Named> trials = new ArrayList<>();
        for (Between between : List.of(Between.DOVECOT, Between.CYRUS, Between.DOVECOT_ONE_BY_ONE)) {
            Traffic traffic = stage.undisturbed(between);
            for (int i = 0; i < (ALL ? 12 : 1); i++) {
                long from = traffic.sent() / 4 + RANDOM.nextLong(traffic.sent() / 2);
                trials.add(new Named(between, between + " held back from byte " + from, scene -> {
                    scene.journey.quiet = Duration.ofSeconds(10);
                    scene.journey.runAndDie((source, target, death) -> {
                        target.holdBackAfter(from, Duration.ofSeconds(5));
                        return new Steps(0, false, death);
                    });
                    scene.endsAsUndisturbed();
                    scene.journey.to.awaitDelivered();
                    scene.standsAsUndisturbed();
                }));
            }
        }
        hold(trials);
    }

    /** Somebody else delivers into the same folders all the while; none of it is lost, none of it is taken for ours. */
    @Test
    void whileAnotherWriterDelivers() throws Exception {
        List<Named> trials = new ArrayList<>();
        for (Between between : Between.TRIED) {
            if (!between.isPop() && (ALL || between.answersIds())) {
                for (int i = 0; i < (ALL ? 12 : 1); i++) {
                    int step = 8 + RANDOM.nextInt(40);
                    trials.add(new Named(between, between + " disturbed, step " + step, scene -> {
                        try (Deliveries others = new Deliveries(scene.anotherHand())) {
                            scene.journey.runAndDie(step(step, step % 2 == 0));
                            Stage.good(scene.journey.run());
                            others.end();
                            scene.endsAsUndisturbed();
                            assertThat(Sample.foreign(scene.target)).isEqualTo(others.count());
                        }
                    }));
                }
            }
        }
        hold(trials);
    }

    @Test
    void withALedgerFromBefore() throws Exception {
        List<Named> trials = new ArrayList<>();
        for (Between between : Between.TRIED) {
            for (int i = 0; i < (ALL ? 8 : 1); i++) {
                int first = 4 + RANDOM.nextInt(20);
                int second = 4 + RANDOM.nextInt(20);
                if (ALL || between == Between.DOVECOT || between == Between.CYRUS_BARE || between == Between.POP) {
                    trials.add(new Named(between, between + " ledger of step " + first + ", " + second, scene -> {
                        scene.journey.runAndDie(step(first, true));
                        scene.journey.saveLedger();
                        scene.journey.runAndDie(step(second, false));
                        // what is on its way without an intent in the ledger is known to nobody
                        Thread.sleep(1_000);
                        scene.journey.restoreLedger();
                        scene.endsAsUndisturbed();
                    }));
                }
            }
        }
        hold(trials);
    }

    @Test
    void withTheLedgerLost() throws Exception {
        List<Named> trials = new ArrayList<>();
        for (Between between : Between.TRIED) {
            for (int i = 0; i < (ALL ? 8 : 1); i++) {
                int step = 4 + RANDOM.nextInt(40);
                if (ALL || between == Between.DOVECOT_BARE || between == Between.CYRUS || between == Between.POP) {
                    trials.add(new Named(between, between + " ledger lost at step " + step, scene -> {
                        scene.journey.runAndDie(step(step, true));
                        Thread.sleep(1_000);
                        scene.journey.loseLedger();
                        scene.endsAsUndisturbed();
                    }));
                }
            }
        }
        hold(trials);
    }

    /** Another writer. */
    private static final class Deliveries implements AutoCloseable {
        private final ImapHand hand;
        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread thread;
        private volatile int count;

        Deliveries(ImapHand hand) throws Exception {
            this.hand = hand;
            hand.create(Sample.SENT);
            hand.create(Sample.ARCHIVE);
            thread = Thread.ofPlatform().start(this::deliver);
        }

        private void deliver() {
            try {
                while (!over.get()) {
                    hand.deliver(
                            Sample.FOLDERS.get(count % Sample.FOLDERS.size()), Mail.number(Sample.FOREIGN + count));
                    count++;
                    Thread.sleep(5);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        void end() throws InterruptedException {
            over.set(true);
            thread.join();
        }

        int count() {
            return count;
        }

        @Override
        public void close() throws Exception {
            end();
            hand.close();
        }
    }
}
