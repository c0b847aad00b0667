package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.engine.Difference.Kind;
import org.mailwain.engine.Verifier.Depth;
import org.mailwain.ledger.Ledger;
import org.mailwain.tck.memory.Content;
import org.mailwain.tck.memory.MemoryMailbox;
import org.mailwain.tck.memory.MemoryMessage;

/** Two mailboxes in memory, and what a comparison finds between them. */
abstract class Comparing {
    static final Instant DAY = Instant.parse("2024-01-01T00:00:00Z");

    World world = new World();
    final List<Difference> differences = new ArrayList<>();

    @AfterEach
    void leave() {
        world.close();
    }

    MailboxVerdict verify(Depth depth) throws FailureException {
        differences.clear();
        try (Engine engine = world.engine()) {
            return verify(engine, depth, null);
        }
    }

    MailboxVerdict verifyWithLedger(Depth depth) throws FailureException {
        differences.clear();
        try (Engine engine = world.engine();
                Ledger ledger = world.ledger()) {
            return verify(engine, depth, ledger);
        }
    }

    private MailboxVerdict verify(Engine engine, Depth depth, Ledger ledger) throws CancelledException {
        return new Verifier(engine, world.batch(), world.logins(), ledger, depth, world.events::add, world.cancel)
                .verify(world.rows.getFirst(), differences::add);
    }

    static FolderVerdict folder(MailboxVerdict verdict, String name) {
        assertThat(verdict.failure()).isNull();
        return verdict.folders().stream()
                .filter(f -> f.target().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static void put(MemoryMailbox mailbox, byte[] message) {
        put(mailbox, message, Flags.NONE, DAY);
    }

    static void put(MemoryMailbox mailbox, byte[] message, Flags flags, Instant received) {
        mailbox.deliver(World.INBOX, Content.of(message), flags, received);
    }

    static void copy(World world) {
        for (Folder folder : world.source.folders()) {
            for (MemoryMessage message : world.source.messages(folder.path())) {
                world.target.deliver(folder.path(), message.content(), message.flags(), message.received());
            }
        }
    }

    void both(int... numbers) {
        for (int number : numbers) {
            put(world.source, World.mail(number, "body"));
            put(world.target, World.mail(number, "body"));
        }
    }

    Difference of(Kind kind) {
        return differences.stream().filter(d -> d.kind() == kind).findFirst().orElseThrow();
    }

    static MemoryMessage last(MemoryMailbox mailbox) {
        return mailbox.messages(World.INBOX).getLast();
    }
}
