package org.mailwain.ledger.sqlite.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.contract.Samples;

/**
 * A process that writes to a ledger until it is killed, and tells on standard output what became durable: {@code I}
 * mailbox, number and first item of an intent, {@code C} and the same for the commit that closes it.
 */
final class Scribe {
    static final int MAILBOXES = 3;

    /** Items of one intent; some commits bring many more. */
    static final int ITEMS = 10;

    private static final int MANY = 3_000;
    private static final OutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private Scribe() {}

    public static void main(String[] arguments) throws Exception {
        try (Ledger ledger = new SqliteDriver().open(arguments[0])) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < MAILBOXES; i++) {
                int number = i;
                threads.add(Thread.ofPlatform().start(() -> write(ledger, number, Long.parseLong(arguments[1]))));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void write(Ledger ledger, int number, long seed) {
        Random random = new Random(seed * MAILBOXES + number);
        try (MailboxLedger mailbox = ledger.take(Samples.key("user" + number), "scribe")) {
            FolderLedger folder = mailbox.folder(Samples.INBOX, Samples.INBOX);
            long first = mailbox.fence() << 24;
            while (true) {
                Intent intent = Samples.intent(
                        mailbox, folder, LongStream.range(first, first + ITEMS).toArray());
                folder.intend(intent).get();
                tell("I", number, intent.number(), first);
                FolderCommit commit = FolderCommit.of(
                        Samples.copied(first, first + ITEMS - 1), List.of(intent.number()), Samples.mark(first));
                aside(mailbox, random);
                folder.commit(commit).get();
                tell("C", number, intent.number(), first);
                first += ITEMS;
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work that fills transactions and logs, and that nobody waits for. */
    private static void aside(MailboxLedger mailbox, Random random) throws Exception {
        FolderLedger folder = mailbox.folder(FolderPath.of("Aside"), FolderPath.of("Aside"));
        switch (random.nextInt(8)) {
            case 0 -> {
                long from = random.nextInt(MANY);
                folder.commit(Samples.commit(Samples.copied(from, from + random.nextInt(MANY))));
            }
            case 1 -> folder.commit(Samples.commit(Samples.failed(random.nextInt(MANY))));
            case 2 -> folder.standing().end();
            case 3 -> folder.begin(Epoch.of(random.nextInt(2)));
            default -> folder.commit(Samples.commit(Samples.plain(Samples.copied(random.nextInt(MANY)))));
        }
    }

    private static synchronized void tell(String what, long... numbers) {
        StringBuilder line = new StringBuilder(what);
        for (long number : numbers) {
            line.append(' ').append(number);
        }
        try {
            OUT.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
