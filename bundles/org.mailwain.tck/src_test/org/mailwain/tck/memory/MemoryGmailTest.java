package org.mailwain.tck.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.tck.Mail;
import org.mailwain.tck.ReaderContract;
import org.mailwain.tck.ReaderFixture;

class MemoryGmailTest implements ReaderContract, ReaderFixture {
    private final MemoryGmail gmail =
            new MemoryGmail(MemoryGmail.GERMAN, MemoryOptions.IMAP.timeout(Duration.ofMillis(600)));
    private final Set<FolderPath> delivered = new HashSet<>();

    @Override
    public ReaderFixture fixture() {
        return this;
    }

    @Override
    public MailboxReader open(SessionContext context) throws FailureException {
        return gmail.open(context);
    }

    @Override
    public boolean create(FolderPath folder) {
        if (folder.name().contains("/")) {
            return false;
        }
        gmail.create(folder);
        return true;
    }

    @Override
    public boolean deliver(FolderPath folder, Mail mail) {
        delivered.add(folder);
        gmail.deliver(folder, Content.of(mail.bytes()), mail.flags(), mail.received());
        return true;
    }

    private ItemId find(FolderPath folder, String messageId) {
        return gmail.messages(folder).stream()
                .filter(m -> Mail.idOf(m.content().bytes()).equals(messageId))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Override
    public Optional<String> snapshot() {
        StringBuilder all = new StringBuilder();
        gmail.folders().stream()
                .filter(Folder::selectable)
                .forEach(f -> all.append(f).append(gmail.messages(f.path())));
        return Optional.of(all.toString());
    }

    @Override
    public boolean setFlags(FolderPath folder, String messageId, Flags flags) {
        gmail.setFlags(find(folder, messageId), flags);
        return true;
    }

    @Override
    public boolean expunge(FolderPath folder, String messageId) {
        gmail.unlabel(find(folder, messageId), folder);
        return true;
    }

    @Override
    public boolean renewEpoch(FolderPath folder) {
        gmail.renewEpoch(folder);
        return true;
    }

    @Override
    public boolean label(FolderPath folder, String messageId, FolderPath label) {
        gmail.label(find(folder, messageId), label);
        return true;
    }

    @Override
    public boolean cut() {
        gmail.cut();
        return true;
    }

    @Override
    public boolean hang() {
        gmail.hang();
        return true;
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(600);
    }

    @Override
    public void close() {
        FolderPath all = gmail.special(SpecialUse.ALL);
        Set<ItemId> inAll = new HashSet<>();
        gmail.messages(all).forEach(m -> inAll.add(m.id()));
        for (FolderPath folder : delivered) {
            assertThat(gmail.messages(folder)).allMatch(m -> inAll.contains(m.id()));
        }
    }

    @Test
    void specialFoldersAreToldByTheirUseNotTheirName() throws FailureException {
        assertThat(gmail.folders())
                .filteredOn(f -> f.specialUse().contains(SpecialUse.SENT))
                .extracting(Folder::path)
                .containsExactly(FolderPath.of("[Gmail]", "Gesendet"));
        assertThat(gmail.folders())
                .filteredOn(f -> !f.selectable())
                .extracting(Folder::path)
                .containsExactly(MemoryGmail.PARENT);
    }

    @Test
    void spamAndTrashAreNotAmongAllMail() {
        deliverTo(SpecialUse.JUNK, 1);
        deliverTo(SpecialUse.TRASH, 2);
        deliverTo(SpecialUse.SENT, 3);
        assertThat(gmail.messages(gmail.special(SpecialUse.ALL))).hasSize(1);
    }

    private ItemId deliverTo(SpecialUse use, int number) {
        Mail mail = Mail.number(number);
        return gmail.deliver(gmail.special(use), Content.of(mail.bytes()), Flags.NONE, mail.received());
    }

    @Test
    void starredIsAFlagAndAFolder() {
        ItemId id = deliverTo(SpecialUse.SENT, 1);
        gmail.setFlags(id, Flags.of(SystemFlag.FLAGGED));
        assertThat(gmail.messages(gmail.special(SpecialUse.FLAGGED)))
                .extracting(MemoryMessage::id)
                .containsExactly(id);
        gmail.setFlags(id, Flags.NONE);
        assertThat(gmail.messages(gmail.special(SpecialUse.FLAGGED))).isEmpty();
        assertThat(gmail.placements(gmail.special(SpecialUse.SENT), id))
                .isEqualTo(List.of(gmail.special(SpecialUse.ALL)));
    }
}
