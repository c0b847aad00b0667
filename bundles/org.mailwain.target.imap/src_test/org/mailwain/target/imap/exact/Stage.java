package org.mailwain.target.imap.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.engine.Ending;
import org.mailwain.engine.MailboxResult;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;
import org.mailwain.tck.wire.ImapHand;

/** Real servers on which trials are held, several at a time, each with mailboxes of its own. */
final class Stage {
    private static final int AT_ONCE = 4;
    private static final int FIRST_USER = 11;

    static {
        // deaths by the hundred are told by the tests, not by the log
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
    }

    private final Rig rig;
    private final BlockingQueue<String> users = new LinkedBlockingQueue<>();
    private final Map<Between, Map<String, List<String>>> undisturbed =
            Collections.synchronizedMap(new EnumMap<>(Between.class));

    /** Starts what is not up yet, others besides, and fills the source mailboxes. */
    Stage(Server... more) throws IOException {
        rig = Rig.with(Server.SOURCE, Server.TARGET, Server.CYRUS);
        Rig.with(more);
        for (int i = 0; i < AT_ONCE; i++) {
            // others of this bundle's tests use the first users
            String user = Rig.user(FIRST_USER + i);
            for (String source : List.of(user, read(Between.POP, user))) {
                try (ImapHand hand = hand(Server.SOURCE, source)) {
                    Sample.fill(hand);
                }
            }
            users.add(user);
        }
    }

    /** Whose mailbox is read: what is read by POP3 is marked as read by the server. */
    private static String read(Between between, String user) {
        return between.isPop() ? Rig.user(Integer.parseInt(user.substring(1)) + AT_ONCE) : user;
    }

    ImapHand hand(Server server, String user) throws IOException {
        return new ImapHand("127.0.0.1", rig.imap(server), user, Rig.PASSWORD);
    }

    /** Something that is tried on empty target mailboxes. */
    @FunctionalInterface
    interface Trial {
        void run(Scene scene) throws Exception;
    }

    /** @param when said where it fails */
    record Named(Between between, String when, Trial trial) {}

    /** A trial's mailboxes. */
    final class Scene {
        final Journey journey;
        final ImapHand source;
        final ImapHand target;
        private final Between between;
        private final String user;

        private Scene(Journey journey, ImapHand source, ImapHand target, Between between, String user) {
            this.journey = journey;
            this.source = source;
            this.target = target;
            this.between = between;
            this.user = user;
        }

        /** Whose target mailbox it is. */
        String user() {
            return user;
        }

        ImapHand anotherHand() throws IOException {
            return hand(between.target(), user);
        }

        /** A further run ends well, with what an undisturbed one gives, and leaves nothing to do. */
        void endsAsUndisturbed() throws Exception {
            good(journey.run());
            standsAsUndisturbed();
            assertThat(journey.evidence()).isEmpty();
            MailboxResult nothing = journey.run();
            assertThat(nothing.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(nothing.copied()).isZero();
            standsAsUndisturbed();
        }

        void standsAsUndisturbed() throws Exception {
            assertThat(Sample.differences(Sample.picture(target, folders(between)), expected(between)))
                    .isEmpty();
        }
    }

    static void good(MailboxResult result) {
        assertThat(result.failure()).isNull();
        assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
    }

    static List<FolderPath> folders(Between between) {
        return between.isPop() ? List.of(FolderPath.INBOX) : Sample.FOLDERS;
    }

    private Map<String, List<String>> expected(Between between) throws Exception {
        if (!undisturbed.containsKey(between)) {
            throw new IllegalStateException("no undisturbed run of " + between);
        }
        return undisturbed.get(between);
    }

    /** Bytes that an undisturbed run sends to the target, gets from it, and gets from the source. */
    record Traffic(long sent, long answered, long read) {}

    /** What nothing disturbs, once for each. */
    Traffic undisturbed(Between between) throws Exception {
        Traffic[] traffic = new Traffic[1];
        List<String> faults = hold(List.of(new Named(between, between + " undisturbed", scene -> {
            good(scene.journey.run());
            Map<String, List<String>> picture = Sample.picture(scene.target, folders(between));
            if (!between.isPop()) {
                assertThat(Sample.differences(picture, Sample.picture(scene.source, Sample.FOLDERS)))
                        .isEmpty();
            }
            assertThat(picture.get("INBOX")).hasSize(20);
            undisturbed.put(between, picture);
            traffic[0] =
                    new Traffic(scene.journey.to.sent(), scene.journey.to.answered(), scene.journey.from.answered());
        })));
        assertThat(faults).isEmpty();
        return traffic[0];
    }

    /** Holds all of them, several at a time; returns what failed. */
    List<String> hold(List<Named> trials) throws InterruptedException {
        BlockingQueue<Named> open = new LinkedBlockingQueue<>(trials);
        ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        IntStream.range(0, Math.min(AT_ONCE, trials.size()))
                .forEach(i -> threads.add(Thread.ofPlatform().start(() -> {
                    for (Named next = open.poll(); next != null; next = open.poll()) {
                        String fault = fault(next);
                        if (fault != null) {
                            faults.add(fault);
                        }
                    }
                })));
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(faults);
    }

    private String fault(Named trial) {
        String user = users.remove();
        try (Journey journey = new Journey(rig, trial.between(), read(trial.between(), user), user);
                ImapHand source = hand(Server.SOURCE, read(trial.between(), user));
                ImapHand target = hand(trial.between().target(), user)) {
            target.wipe();
            trial.trial().run(new Scene(journey, source, target, trial.between(), user));
            return null;
        } catch (Exception | AssertionError e) {
            return trial.when() + ": " + e;
        } finally {
            users.add(user);
        }
    }
}
