package org.mailwain.tck.memory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.tck.Mail;
import org.mailwain.tck.WriterFixture;
import org.mailwain.tck.memory.Faults.Point;

/** A {@link MemoryMailbox} under the contract. */
class MemoryFixture implements WriterFixture {
    private final MemoryMailbox mailbox;

    MemoryFixture(MemoryOptions options) {
        this.mailbox = new MemoryMailbox(options.timeout(patience()));
    }

    @Override
    public MailboxWriter open(SessionContext context) throws FailureException {
        return mailbox.open(context);
    }

    @Override
    public boolean create(FolderPath folder) {
        if (folder.names().stream().anyMatch(name -> name.contains("/"))) {
            return false;
        }
        mailbox.create(folder);
        return true;
    }

    @Override
    public boolean deliver(FolderPath folder, Mail mail) {
        mailbox.deliver(folder, Content.of(mail.bytes()), mail.flags(), mail.received());
        return true;
    }

    @Override
    public List<Mail> standing(FolderPath folder) {
        return mailbox.messages(folder).stream()
                .map(m -> new Mail(Mail.idOf(m.content().bytes()), m.content().bytes(), m.flags(), m.received()))
                .toList();
    }

    @Override
    public Optional<String> snapshot() {
        StringBuilder all = new StringBuilder();
        mailbox.folders()
                .forEach(f -> all.append(f).append(mailbox.messages(f.path())).append('\n'));
        return Optional.of(all.toString());
    }

    private Optional<MemoryMessage> find(FolderPath folder, String messageId) {
        return mailbox.messages(folder).stream()
                .filter(m -> Mail.idOf(m.content().bytes()).equals(messageId))
                .findFirst();
    }

    @Override
    public boolean setFlags(FolderPath folder, String messageId, Flags flags) {
        mailbox.setFlags(folder, find(folder, messageId).orElseThrow().id(), flags);
        return true;
    }

    @Override
    public boolean expunge(FolderPath folder, String messageId) {
        mailbox.expunge(folder, find(folder, messageId).orElseThrow().id());
        return true;
    }

    @Override
    public boolean renewEpoch(FolderPath folder) {
        mailbox.renewEpoch(folder);
        return true;
    }

    @Override
    public boolean cut() {
        mailbox.cut();
        return true;
    }

    @Override
    public boolean hang() {
        mailbox.hang();
        return true;
    }

    @Override
    public boolean loseAnswers() {
        mailbox.faults().at(Point.ANSWER, 1).cut();
        mailbox.faults().inFlight(1);
        return true;
    }

    @Override
    public boolean refuse(String messageId) {
        mailbox.faults()
                .refuse((folder, item, bytes) -> Mail.idOf(bytes).equals(messageId)
                        ? Optional.of(MemoryFailure.REFUSED.with())
                        : Optional.empty());
        return true;
    }

    @Override
    public void calm() {
        // nothing is on its way
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(600);
    }
}
