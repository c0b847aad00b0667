package org.mailwain.ledger.sqlite.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.contract.Samples;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures a ledger: {@code LedgerBench FOLDER ITEMS ITEMS_A_COMMIT MAILBOXES}. */
final class LedgerBench {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerBench.class);
    private static final int INTENTS = 500;
    private static final int PAGE = 10_000;

    private LedgerBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "ledger-bench");
        int items = Integer.parseInt(arguments[1]);
        int commit = Integer.parseInt(arguments[2]);
        int mailboxes = Integer.parseInt(arguments[3]);
        try (Ledger ledger = new SqliteDriver().open(folder.toString())) {
            List<MailboxLedger> taken = new ArrayList<>();
            for (int i = 0; i < mailboxes; i++) {
                taken.add(ledger.take(Samples.key("user" + i), "bench"));
            }
            bulk(taken, items, commit);
            intents(taken.getFirst());
            pages(taken.getFirst(), items / mailboxes);
        }
        LOG.info("{} bytes an item", Files.size(folder.resolve("ledger.db")) / items);
    }

    private static void bulk(List<MailboxLedger> mailboxes, int items, int commit) throws Exception {
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (MailboxLedger mailbox : mailboxes) {
            threads.add(Thread.ofPlatform().start(() -> fill(mailbox, items / mailboxes.size(), commit)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        LOG.info("{} entries/s", Math.round(items / seconds(start)));
    }

    private static void fill(MailboxLedger mailbox, int items, int commit) {
        try {
            FolderLedger folder = mailbox.folder(Samples.INBOX, Samples.INBOX);
            for (long from = 1; from <= items; from += commit) {
                folder.commit(Samples.commit(Samples.copied(from, from + commit - 1)));
            }
            mailbox.flush();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void intents(MailboxLedger mailbox) throws Exception {
        FolderLedger folder = mailbox.folder(Samples.INBOX, Samples.INBOX);
        long[] nanos = new long[INTENTS];
        for (int i = 0; i < INTENTS; i++) {
            Intent intent =
                    Samples.intent(mailbox, folder, LongStream.range(i, i + 100).toArray());
            long start = System.nanoTime();
            folder.intend(intent).get();
            nanos[i] = System.nanoTime() - start;
            folder.commit(FolderCommit.of(List.of(), List.of(intent.number()), null));
        }
        Arrays.sort(nanos);
        LOG.info(
                "an intent of 100 is durable in {} us, 99 of 100 in {} us",
                nanos[INTENTS / 2] / 1000,
                nanos[INTENTS * 99 / 100] / 1000);
    }

    private static void pages(MailboxLedger mailbox, int items) throws Exception {
        FolderLedger folder = mailbox.folder(Samples.INBOX, Samples.INBOX);
        List<ItemId> ids = LongStream.range(0, PAGE).mapToObj(ItemId::ofNumber).toList();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            int found = folder.entries(ids).size();
            LOG.info("{} entries looked up in {} ms", found, Math.round(seconds(start) * 1000));
        }
        long start = System.nanoTime();
        FolderLedger.Standing standing = folder.standing();
        for (long from = 1; from <= items; from += PAGE) {
            standing.page(LongStream.range(from, Math.min(from + PAGE, items))
                    .mapToObj(ItemId::ofNumber)
                    .toList());
        }
        LOG.info(
                "a listing of {} compared in {} ms, {} left", items, Math.round(seconds(start) * 1000), standing.end());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
