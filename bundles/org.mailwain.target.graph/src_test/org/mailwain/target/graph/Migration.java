package org.mailwain.target.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.BatchLimits;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.batch.Pass;
import org.mailwain.api.batch.RowOptions;
import org.mailwain.api.batch.SignInChoice;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Login;
import org.mailwain.api.signin.SignIn;
import org.mailwain.engine.Engine;
import org.mailwain.engine.EngineServices;
import org.mailwain.engine.EngineSettings;
import org.mailwain.engine.Logins;
import org.mailwain.engine.MailboxJob;
import org.mailwain.engine.MailboxResult;
import org.mailwain.engine.PassOptions;
import org.mailwain.engine.RetryPolicy;
import org.mailwain.foldermap.PlainFolderMapper;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.sqlite.internal.SqliteDriver;
import org.mailwain.simulator.graph.MailFolder;
import org.mailwain.simulator.graph.StoredMessage;
import org.mailwain.tck.Mail;
import org.mailwain.tck.memory.Content;
import org.mailwain.tck.memory.MemoryMailbox;
import org.mailwain.tck.memory.MemoryProvider;

/** A mailbox in memory on its way into a simulated tenant, by the engine. */
final class Migration implements AutoCloseable {
    private static final List<FolderPath> FOLDERS =
            List.of(FolderPath.INBOX, FolderPath.of("Projects", "Überblick"), FolderPath.of("Archive"));

    final GraphFixture tenant;
    final MemoryMailbox source = new MemoryMailbox();
    private final MemoryProvider sources = new MemoryProvider("from").with("anna", source);
    private final Path folder;
    private Duration quiet = Duration.ofMillis(300);

    static {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
    }

    Migration(GraphFixture tenant) {
        this.tenant = tenant;
        try {
            folder = Files.createTempDirectory("graph-migration");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many messages in three folders, two of them equal, with flags and old dates. */
    Migration fill(int count) {
        FOLDERS.forEach(path -> source.create(path));
        for (int i = 1; i <= count; i++) {
            Flags flags = switch (i % 5) {
                case 0 -> Flags.of(SystemFlag.SEEN);
                case 1 -> Flags.of(SystemFlag.SEEN, SystemFlag.FLAGGED);
                case 2 -> Flags.of(List.of(SystemFlag.SEEN), List.of("Work"));
                case 3 -> Flags.of(SystemFlag.ANSWERED);
                default -> Flags.NONE;
            };
            int number = i == 4 ? 1 : i;
            Mail mail = Mail.number(number).with(flags);
            deliver(FOLDERS.get(number % 3), mail);
        }
        return this;
    }

    void deliver(FolderPath path, Mail mail) {
        source.create(path);
        source.deliver(path, Content.of(mail.bytes()), mail.flags(), mail.received());
    }

    private Batch batch() {
        MailboxRow row = new MailboxRow(
                1,
                MailboxAddress.of(GraphFixture.ADDRESS),
                "anna",
                Optional.empty(),
                false,
                Optional.empty(),
                MailboxRow.Person.UNKNOWN,
                RowOptions.NONE,
                Map.of());
        return new Batch(
                "batch",
                sources.endpoint("source"),
                tenant.endpoint(tenant.settings()),
                SignInChoice.AS_USER,
                SignInChoice.AS_USER,
                FolderRules.DEFAULT,
                Filter.DEFAULT,
                Follow.INITIAL,
                Optional.empty(),
                new BatchLimits(10, 1000, quiet),
                List.of(),
                List.of(row));
    }

    /** One pass by an engine, a provider and a ledger of its own, as a process of its own would have them. */
    MailboxResult run() throws FailureException {
        EngineServices services = new EngineServices(
                List.of(sources),
                List.of(new GraphTarget()),
                PlainFolderMapper.builtIn(),
                List.of(),
                Asks.NOBODY,
                Clock.systemUTC());
        RetryPolicy fast = new RetryPolicy(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(30));
        EngineSettings settings = new EngineSettings(folder.resolve(".mailwain"), 64_000_000, 100_000, fast);
        Batch batch = batch();
        try (Engine engine = new Engine(settings, services);
                Ledger ledger = new SqliteDriver().open(folder.resolve("ledger").toString())) {
            PassOptions options = new PassOptions(Pass.INITIAL, false);
            return new MailboxJob(
                            engine,
                            batch,
                            batch.rows().getFirst(),
                            logins(),
                            ledger,
                            options,
                            "test",
                            event -> {},
                            Cancel.NEVER)
                    .run();
        }
    }

    private Logins logins() {
        return new Logins() {
            @Override
            public Login source(MailboxRow row) {
                return new Login("anna", SignIn.password("anna", Secret.of("x")), Optional.empty());
            }

            @Override
            public Login target(MailboxRow row) {
                return tenant.login(GraphFixture.ADDRESS);
            }
        };
    }

    /** What each folder of the target holds: subject, date, flags, in no order. */
    Map<String, List<String>> picture() {
        Map<String, List<String>> picture = new TreeMap<>();
        for (MailFolder place : tenant.mailbox().folders()) {
            List<String> lines = new ArrayList<>();
            for (StoredMessage message : place.messages()) {
                lines.add(line(message.subject(), message.received(), GraphFixture.flags(message)));
            }
            if (!lines.isEmpty()) {
                picture.put(place.name(), lines.stream().sorted().toList());
            }
        }
        return picture;
    }

    static String line(String subject, Instant received, Flags flags) {
        return subject + " | " + received + " | " + flags;
    }

    @Override
    public void close() {
        tenant.close();
        try (var all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
