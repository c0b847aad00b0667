package org.mailwain.target.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.settings.Bytes;
import org.mailwain.api.signin.SignIn;
import org.mailwain.demo.server.Authority;
import org.mailwain.simulator.graph.Application;
import org.mailwain.simulator.graph.Faults;
import org.mailwain.simulator.graph.GraphSimulator;
import org.mailwain.simulator.graph.Limits;
import org.mailwain.simulator.graph.MailFolder;
import org.mailwain.simulator.graph.Mailbox;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.simulator.graph.StoredMessage;
import org.mailwain.tck.Mail;
import org.mailwain.tck.WriterFixture;

/** One mailbox of a simulated tenant. */
final class GraphFixture implements WriterFixture, AutoCloseable {
    static final String ADDRESS = "anna@contoso.example";

    private static final Authority AUTHORITY = Authority.create();
    private static final Path CA = caFile();

    private final GraphSimulator simulator;
    private final Mailbox mailbox;
    private final Application application;
    private final GraphTarget provider = new GraphTarget();
    private final GraphSettings settings;

    GraphFixture(Strategy strategy, boolean intoFolder) {
        this(strategy, intoFolder, SimulatorOptions.DEFAULT.limitedTo(Limits.NONE));
    }

    GraphFixture(Strategy strategy, boolean intoFolder, SimulatorOptions options) {
        try {
            simulator = GraphSimulator.start(options.signedBy(AUTHORITY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        simulator.tenant().domain("contoso.example", true);
        mailbox = simulator.tenant().mailbox(ADDRESS);
        Set<String> roles = Set.of("Mail.ReadWrite", "Mail-Advanced.ReadWrite.All");
        application = simulator.tenant().register("secret", roles);
        settings = GraphSettings.DEFAULT
                .at("localhost", simulator.port(), CA)
                .by(strategy, intoFolder)
                .within(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(20))
                .limited(new Bytes(5_000_000), 4, 10_000, new Bytes(150 << 20));
    }

    private static Path caFile() {
        try {
            Path file = Files.createTempFile("graph", ".pem");
            file.toFile().deleteOnExit();
            AUTHORITY.writePem(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GraphSimulator simulator() {
        return simulator;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    GraphSettings settings() {
        return settings;
    }

    GraphTarget provider() {
        return provider;
    }

    static Path ca() {
        return CA;
    }

    Endpoint endpoint(GraphSettings with) {
        return new Endpoint("tenant", "graph", with, EndpointLimits.DEFAULT);
    }

    /** Whose token is made when it signs in, and again when it is refused. */
    Login login(String address) {
        return login(address, application);
    }

    /** A token of the application. */
    String token() {
        return simulator.token(application);
    }

    Login login(String address, Application by) {
        String first = simulator.token(by);
        SignIn.CredentialSource source = new SignIn.CredentialSource() {
            private Secret current = Secret.of(first);

            @Override
            public synchronized Secret current() {
                return current;
            }

            @Override
            public synchronized Secret renewed(Secret refused) {
                current = refused.equals(current) ? Secret.of(simulator.token(by)) : current;
                return current;
            }
        };
        return new Login(
                address, new SignIn(SignIn.Mechanism.OAUTHBEARER, address, Optional.empty(), source), Optional.empty());
    }

    @Override
    public MailboxWriter open(SessionContext context) throws FailureException {
        return provider.open(endpoint(settings), login(ADDRESS), context);
    }

    static List<String> names(FolderPath path) {
        List<String> names = new ArrayList<>(path.names());
        if (names.getFirst().equals("INBOX")) {
            names.set(0, "Inbox");
        }
        return names;
    }

    @Override
    public boolean create(FolderPath folder) {
        mailbox.ensure(names(folder));
        return true;
    }

    @Override
    public boolean deliver(FolderPath folder, Mail mail) {
        mailbox.deliver(mailbox.at(names(folder)), mail.bytes(), mail.received());
        List<StoredMessage> all = mailbox.at(names(folder)).messages();
        flag(all.getLast(), mail.flags());
        return true;
    }

    private static void flag(StoredMessage message, Flags flags) {
        ObjectNode fields = message.fields().put("isRead", flags.has(SystemFlag.SEEN));
        fields.putObject("flag").put("flagStatus", flags.has(SystemFlag.FLAGGED) ? "flagged" : "notFlagged");
        var categories = fields.putArray("categories");
        flags.keywords().stream().filter(k -> !k.equals("$Forwarded")).forEach(categories::add);
        boolean forwarded = flags.keywords().contains("$Forwarded");
        message.properties().put("Integer 0x1081", flags.has(SystemFlag.ANSWERED) ? "102" : forwarded ? "104" : "0");
        message.properties().put("Integer 0xe17", flags.has(SystemFlag.DELETED) ? "8" : "0");
    }

    /** As the tenant itself has them, without what a session makes of them. */
    static Flags flags(StoredMessage message) {
        Set<SystemFlag> system = EnumSet.noneOf(SystemFlag.class);
        List<String> keywords = new ArrayList<>();
        if (message.read()) {
            system.add(SystemFlag.SEEN);
        }
        if (message.draft()) {
            system.add(SystemFlag.DRAFT);
        }
        if (message.fields().path("flag").path("flagStatus").asText().equals("flagged")) {
            system.add(SystemFlag.FLAGGED);
        }
        if ("8".equals(message.properties().get("Integer 0xe17"))) {
            system.add(SystemFlag.DELETED);
        }
        String verb = message.properties().getOrDefault("Integer 0x1081", "0");
        if (verb.equals("102")) {
            system.add(SystemFlag.ANSWERED);
        } else if (verb.equals("104")) {
            keywords.add("$Forwarded");
        }
        message.fields().path("categories").forEach(c -> keywords.add(c.asText()));
        return Flags.of(system, keywords);
    }

    @Override
    public List<Mail> standing(FolderPath folder) {
        MailFolder place = mailbox.at(names(folder));
        return place.messages().stream()
                .map(m -> new Mail(id(m), m.mime() == null ? new byte[0] : m.mime(), flags(m), m.received()))
                .toList();
    }

    private static String id(StoredMessage message) {
        return message.fields().path("internetMessageId").asText("").replaceAll("[<>]", "");
    }

    private StoredMessage find(FolderPath folder, String messageId) {
        return mailbox.at(names(folder)).messages().stream()
                .filter(m -> id(m).equals(messageId))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<String> snapshot() {
        StringBuilder all = new StringBuilder();
        for (MailFolder folder : mailbox.folders()) {
            all.append(folder.name()).append('\n');
            folder.messages()
                    .forEach(m -> all.append(m.id())
                            .append(m.fields())
                            .append(m.properties())
                            .append('\n'));
        }
        return Optional.of(all.toString());
    }

    @Override
    public boolean setFlags(FolderPath folder, String messageId, Flags flags) {
        flag(find(folder, messageId), flags);
        return true;
    }

    @Override
    public boolean expunge(FolderPath folder, String messageId) {
        mailbox.remove(find(folder, messageId));
        return true;
    }

    @Override
    public boolean cut() {
        simulator.faults().toSessionsOfNow(new Faults.Effect.Cut());
        return true;
    }

    @Override
    public boolean hang() {
        simulator.faults().toSessionsOfNow(new Faults.Effect.Stall());
        return true;
    }

    @Override
    public boolean loseAnswers() {
        simulator.faults().toSessionsOfNow(new Faults.Effect.CutAfter());
        return true;
    }

    @Override
    public boolean coarseMarks() {
        return true;
    }

    @Override
    public boolean keepsSubscriptions() {
        return false;
    }

    /** To the second. */
    static Instant second(Instant moment) {
        return moment.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
