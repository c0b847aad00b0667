package org.mailwain.source.gmail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.demo.gmail.GmailLanguage;
import org.mailwain.demo.gmail.GmailMailbox;
import org.mailwain.demo.gmail.GmailSimulator;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.Encryption;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.tck.Mail;
import org.mailwain.tck.ReaderFixture;
import org.mailwain.tck.wire.Relay;

/** A mailbox of the simulator, over a line that can be cut. */
final class GmailFixture implements ReaderFixture {
    static final String USER = "alberta@example.com";
    static final String PASSWORD = "abcd efgh ijkl mnop";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    final GmailSimulator gmail;
    final GmailMailbox mailbox;
    final LabelStrategy strategy;
    private final Relay relay;
    private final Map<String, Long> ids = new HashMap<>();

    GmailFixture(LabelStrategy strategy, GmailLanguage language, ServerOptions options) {
        this.strategy = strategy;
        try {
            gmail = GmailSimulator.start(options.encryption(Encryption.NONE));
            mailbox = gmail.add(USER, PASSWORD, language);
            relay = new Relay("127.0.0.1", gmail.server().port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GmailFixture() {
        this(LabelStrategy.ONE_FOLDER, GmailLanguage.ENGLISH, new ServerOptions());
    }

    static Login login(String password) {
        return new Login(USER, SignIn.password(USER, Secret.of(password)), Optional.empty());
    }

    Endpoint endpoint(int port, String... priority) {
        ImapSettings imap =
                ImapSettings.of("127.0.0.1", Optional.of(port), Security.NONE).within(PATIENCE, PATIENCE);
        return new Endpoint("gmail", "gmail", GmailSettings.of(imap, strategy, priority), EndpointLimits.DEFAULT);
    }

    MailboxReader open(SessionContext context, String... priority) throws FailureException {
        return new GmailSource().open(endpoint(relay.port(), priority), login(PASSWORD), context);
    }

    @Override
    public MailboxReader open(SessionContext context) throws FailureException {
        return open(context, new String[0]);
    }

    private static String name(FolderPath folder) {
        return String.join("/", folder.names());
    }

    @Override
    public boolean create(FolderPath folder) {
        if (folder.names().stream().anyMatch(name -> name.contains("/"))) {
            return false;
        }
        mailbox.create(name(folder));
        return true;
    }

    @Override
    public boolean deliver(FolderPath folder, Mail mail) {
        ids.putIfAbsent(
                Mail.idOf(mail.bytes()),
                mailbox.deliver(
                        mail.bytes(), mail.received().atOffset(ZoneOffset.UTC), atoms(mail.flags()), name(folder)));
        return true;
    }

    private static Set<String> atoms(Flags flags) {
        Set<String> atoms = new TreeSet<>(flags.keywords());
        flags.system().forEach(flag -> atoms.add(flag.atom()));
        return atoms;
    }

    @Override
    public Optional<String> snapshot() {
        List<String> all = new ArrayList<>();
        for (DemoFolder folder : mailbox.account().folders()) {
            DemoFolder.Snapshot now = folder.snapshot();
            all.add(folder.name() + " " + now.uidValidity() + " " + now.uidNext() + " " + now.modSeq());
            now.messages().forEach(m -> all.add(m.uid() + " " + m.flags() + " " + m.modSeq()));
        }
        return Optional.of(String.join("\n", all));
    }

    @Override
    public boolean setFlags(FolderPath folder, String messageId, Flags flags) {
        mailbox.flags(ids.get(messageId), atoms(flags));
        return true;
    }

    @Override
    public boolean expunge(FolderPath folder, String messageId) {
        mailbox.unlabel(ids.remove(messageId), name(folder));
        return true;
    }

    @Override
    public boolean label(FolderPath folder, String messageId, FolderPath label) {
        mailbox.label(ids.get(messageId), name(label));
        return true;
    }

    @Override
    public boolean renewEpoch(FolderPath folder) {
        // the simulator keeps its numbers
        return false;
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

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public void close() throws IOException {
        relay.close();
        gmail.close();
    }
}
