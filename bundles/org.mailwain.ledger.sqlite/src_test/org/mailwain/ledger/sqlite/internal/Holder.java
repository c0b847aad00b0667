package org.mailwain.ledger.sqlite.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.contract.Samples;

/** A process that holds a ledger, with some entries in it, until it is killed. */
final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
        try (Ledger ledger = new SqliteDriver().open(arguments[0]);
                MailboxLedger mailbox = ledger.take(Samples.ANNA, "holder")) {
            mailbox.folder(Samples.INBOX, Samples.INBOX)
                    .commit(Samples.commit(Samples.copied(1, 3)))
                    .get();
            new FileOutputStream(FileDescriptor.out).write("holding\n".getBytes());
            Thread.sleep(600_000);
        }
    }
}
