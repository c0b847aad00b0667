package org.mailwain.tck.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.tck.Mail;
import org.mailwain.tck.ReaderFixture;

/**
 * A mailbox on a server that speaks IMAP: sessions come through a relay, the hands of others are an IMAP client. For
 * implementations that read; {@link ImapWriterFixture} for those that write.
 */
public class ImapFixture implements ReaderFixture {
    /** Opens a session of the implementation under test. */
    @FunctionalInterface
    public interface Opener<S extends MailboxReader> {
        /** @param host where the relay listens */
        S open(String host, int port, SessionContext context) throws FailureException;
    }

    private final ImapHand hand;
    private final Relay relay;
    private final Opener<?> opener;

    /**
     * Wipes the mailbox.
     *
     * @param imapPort where IMAP is spoken in clear text
     * @param port where sessions under test go to
     */
    public ImapFixture(String host, int imapPort, int port, String user, String password, Opener<?> opener)
            throws IOException {
        this.opener = opener;
        this.hand = new ImapHand(host, imapPort, user, password);
        this.hand.wipe();
        this.relay = new Relay(host, port);
    }

    protected ImapHand hand() {
        return hand;
    }

    protected Relay relay() {
        return relay;
    }

    @Override
    public MailboxReader open(SessionContext context) throws FailureException {
        return opener.open(relay.host(), relay.port(), context);
    }

    @Override
    public boolean create(FolderPath folder) throws IOException {
        return hand.create(folder);
    }

    @Override
    public boolean deliver(FolderPath folder, Mail mail) throws IOException {
        if (!keeps(mail)) {
            return false;
        }
        hand.deliver(folder, mail);
        return true;
    }

    @Override
    public Optional<String> snapshot() throws IOException {
        return Optional.of(hand.snapshot());
    }

    @Override
    public boolean setFlags(FolderPath folder, String messageId, Flags flags) throws IOException {
        hand.setFlags(folder, messageId, flags);
        return true;
    }

    @Override
    public boolean expunge(FolderPath folder, String messageId) throws IOException {
        hand.expunge(folder, messageId);
        return true;
    }

    @Override
    public boolean renewEpoch(FolderPath folder) throws IOException {
        hand.renew(folder);
        return true;
    }

    @Override
    public boolean cut() {
        relay.cut();
        return true;
    }

    @Override
    public boolean hang() {
        relay.hang();
        return true;
    }

    /** What stands in a folder, seen by the other client. */
    public List<Mail> standing(FolderPath folder) throws IOException {
        return hand.standing(folder);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void close() throws IOException {
        relay.close();
        hand.close();
    }
}
