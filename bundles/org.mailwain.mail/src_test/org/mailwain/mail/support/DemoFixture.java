package org.mailwain.mail.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.DemoMessage;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.demo.server.Encryption;
import org.mailwain.demo.server.NewMessage;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.mail.Imap;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.tck.Mail;
import org.mailwain.tck.WriterFixture;

/** A mailbox on the server in memory, over a line that can be cut. */
public final class DemoFixture implements WriterFixture {
    private static final String USER = "u0001";
    private static final Login LOGIN = new Login(USER, SignIn.password(USER, Secret.of("secret")), Optional.empty());

    private final ServerOptions options;
    private final DemoServer server;
    private final Between line;
    private final Imap imap = new Imap();

    public DemoFixture(ServerOptions options) {
        this.options = options.encryption(Encryption.NONE);
        try {
            server = DemoServer.start(this.options);
            server.add(USER, "secret");
            line = new Between(server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DemoServer server() {
        return server;
    }

    @Override
    public MailboxWriter open(SessionContext context) throws FailureException {
        ImapSettings settings = ImapSettings.of("127.0.0.1", Optional.of(line.port()), Security.NONE)
                .within(Duration.ofSeconds(2), patience().dividedBy(2));
        return imap.writer(settings, LOGIN, context, ImapProfile.PLAIN);
    }

    private DemoFolder folder(FolderPath path) {
        String joined = String.join(String.valueOf(options.delimiter()), path.names());
        return server.account(USER).folder(path.isInbox() ? "INBOX" : options.prefix() + joined);
    }

    @Override
    public boolean create(FolderPath path) {
        if (path.names().stream().anyMatch(name -> name.indexOf(options.delimiter()) >= 0)) {
            return false;
        }
        folder(path);
        return true;
    }

    @Override
    public boolean deliver(FolderPath path, Mail mail) {
        folder(path)
                .append(new NewMessage(
                        atoms(mail.flags()), mail.received().atOffset(ZoneOffset.ofHours(5)), mail.bytes()));
        return true;
    }

    private static Set<String> atoms(Flags flags) {
        Set<String> atoms = new TreeSet<>(flags.keywords());
        flags.system().forEach(flag -> atoms.add(flag.atom()));
        return atoms;
    }

    @Override
    public List<Mail> standing(FolderPath path) {
        return folder(path).messages().stream()
                .map(m -> new Mail(
                        Mail.idOf(m.bytes()),
                        m.bytes(),
                        Flags.parse(m.flags()),
                        m.received().toInstant()))
                .toList();
    }

    @Override
    public Optional<String> snapshot() {
        List<String> all = new ArrayList<>();
        for (DemoFolder folder : server.account(USER).folders()) {
            DemoFolder.Snapshot now = folder.snapshot();
            all.add(folder.name() + " " + now.uidValidity() + " " + now.uidNext() + " " + now.modSeq());
            now.messages().forEach(m -> all.add(m.uid() + " " + m.flags() + " " + m.modSeq()));
        }
        return Optional.of(String.join("\n", all));
    }

    private Optional<DemoMessage> find(FolderPath path, String messageId) {
        return folder(path).messages().stream()
                .filter(m -> Mail.idOf(m.bytes()).equals(messageId))
                .findFirst();
    }

    @Override
    public boolean setFlags(FolderPath path, String messageId, Flags flags) {
        folder(path).flags(find(path, messageId).orElseThrow().uid(), before -> atoms(flags));
        return true;
    }

    @Override
    public boolean expunge(FolderPath path, String messageId) {
        folder(path).remove(List.of(find(path, messageId).orElseThrow().uid()));
        return true;
    }

    @Override
    public boolean renewEpoch(FolderPath path) {
        folder(path).renumber();
        return true;
    }

    @Override
    public boolean cut() {
        line.cut();
        return true;
    }

    @Override
    public boolean hang() {
        line.silence();
        return true;
    }

    @Override
    public boolean loseAnswers() {
        line.loseAnswers();
        return true;
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(1600);
    }

    @Override
    public boolean keepsKeywords() {
        return options.keepsKeywords();
    }

    @Override
    public void close() throws IOException {
        line.close();
        server.close();
    }

    /** A server that can do all, without some of it. */
    public static ServerOptions without(Ability... missing) {
        return new ServerOptions().without(missing);
    }
}
