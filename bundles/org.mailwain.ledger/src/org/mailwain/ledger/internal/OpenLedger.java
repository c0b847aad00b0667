package org.mailwain.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.BatchLedger;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.sql.Database;

/** A ledger on any SQL database. */
public final class OpenLedger implements Ledger {
    private final Core core;

    private OpenLedger(Core core) {
        this.core = core;
    }

    public static Ledger open(Database database, Clock clock) throws FailureException {
        database.hold();
        new Schema(database).bring();
        return new OpenLedger(
                new Core(database, new Readers(database), new Writer(database, true), new Records(), inMillis(clock)));
    }

    public static Ledger openToRead(Database database) {
        return new OpenLedger(new Core(
                database, new Readers(database), new Writer(database, false), new Records(), Clock.systemUTC()));
    }

    /** As they are stored, so that what is cached equals what is read. */
    private static Clock inMillis(Clock clock) {
        return Clock.tick(clock, Duration.ofMillis(1));
    }

    public static boolean isOld(Database database) throws FailureException {
        return new Schema(database).isOld();
    }

    @Override
    public BatchLedger batch(String name) {
        return new OpenBatch(core, name);
    }

    @Override
    public List<String> batches() throws FailureException {
        return core.readers().read(session -> {
            List<String> names = new ArrayList<>();
            try (ResultSet row = session.query("SELECT name FROM batch ORDER BY name")) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        });
    }

    @Override
    public MailboxLedger take(MailboxKey mailbox, String holder) throws FailureException {
        return core.writer().now(new Write<OpenMailbox>(0) {
            @Override
            protected OpenMailbox apply(Session session) throws SQLException {
                Mailboxes.Numbers numbers = Mailboxes.obtain(session, mailbox);
                return new OpenMailbox(
                        core, mailbox, numbers, Mailboxes.fence(session, numbers.mailbox(), Notes.text(holder, 250)));
            }
        });
    }

    @Override
    public Optional<MailboxLedger> read(MailboxKey mailbox) throws FailureException {
        Mailboxes.Numbers numbers = core.readers().read(session -> Mailboxes.find(session, mailbox));
        return Optional.ofNullable(numbers).map(known -> new OpenMailbox(core, mailbox, known, 0));
    }

    @Override
    public void close() {
        core.writer().close();
        core.readers().close();
        core.database().close();
    }
}
