package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.ledger.Ledger;
import org.mailwain.tck.memory.MemoryOptions;

/** A folder of 200,000 messages passes in a small heap, of which the mailboxes in memory take a third themselves. */
class BoundsTest {
    private static final int MANY = 200_000;

    /** The child process. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws FailureException {
            try (World world = new World(MemoryOptions.IMAP)) {
                world.memory = 16_000_000;
                world.source.fill(World.INBOX, 1, MANY, 500);
                expect(world.run(), MANY);
                if (arguments[0].equals("lost")) {
                    world.loseLedger();
                    expect(world.run(), 0);
                } else {
                    world.source.expunge(
                            World.INBOX,
                            world.source.messages(World.INBOX).get(100).id());
                    world.source.deliver(World.INBOX, World.mail(1, "new"));
                    expect(world.run(), 1);
                }
            }
        }

        private static void expect(MailboxResult result, long copied) {
            if (result.ending() != Ending.COMPLETED || result.copied() != copied) {
                throw new IllegalStateException(result.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delta", "lost"})
    void passesALargeFolderInASmallHeap(String what) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        what)
                .inheritIO()
                .start();
        try {
            assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(child.exitValue()).isZero();
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void holdsNoMessageLongerThanItNeeds() throws FailureException {
        try (World world = new World(MemoryOptions.IMAP.multiAppend(10))) {
            world.memory = 300_000;
            world.source.fill(World.INBOX, 1, 2_000, 5_000);
            world.source.fill(FolderPath.of("Big"), 2, 30, 200_000);
            try (Engine engine = world.engine();
                    Ledger ledger = world.ledger()) {
                MailboxResult result =
                        world.job(engine, world.rows.getFirst(), ledger).run();
                assertThat(result.copied()).isEqualTo(2_030);
                assertThat(engine.shared().bodies().held()).isZero();
                assertThat(engine.shared().bodies().spooled()).isZero();
            }
        }
    }
}
