package org.mailwain.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.BatchLimits;
import org.mailwain.api.batch.Deletions;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.batch.Pass;
import org.mailwain.api.batch.RowOptions;
import org.mailwain.api.batch.SignInChoice;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.api.signin.SignIn;
import org.mailwain.engine.internal.limit.Rests;
import org.mailwain.foldermap.PlainFolderMapper;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.contract.MortalLedger;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.ledger.sqlite.internal.SqliteDriver;
import org.mailwain.tck.memory.HandClock;
import org.mailwain.tck.memory.MemoryMailbox;
import org.mailwain.tck.memory.MemoryMessage;
import org.mailwain.tck.memory.MemoryOptions;
import org.mailwain.tck.memory.MemoryProvider;

/** Mailboxes in memory, a ledger on disk and an engine between; time passes only where the engine rests. */
final class World implements AutoCloseable {
    static final FolderPath INBOX = FolderPath.INBOX;

    final HandClock clock = new HandClock();
    final MemoryProvider from = new MemoryProvider("from");
    final MemoryProvider to = new MemoryProvider("to");
    final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    final Path folder;
    SourceProvider sources = from;
    /** What the engine takes for the time. */
    Clock wall = clock;

    MemoryMailbox source;
    MemoryMailbox target;
    EndpointLimits sourceLimits = EndpointLimits.DEFAULT;
    Filter filter = Filter.DEFAULT;
    FolderRules rules = FolderRules.DEFAULT;
    Follow follow = Follow.INITIAL;
    Optional<Deletions> deletions = Optional.empty();
    BatchLimits limits = new BatchLimits(10, 1000, Duration.ofSeconds(10));
    List<String> repairs = List.of();
    List<RepairRule> repairRules = List.of();
    List<MailboxRow> rows = new ArrayList<>(List.of(row("anna")));
    long memory = 64_000_000;
    Steps steps;
    boolean retryFailed;
    Cancel cancel = Cancel.NEVER;
    Rests rests = (time, wish) -> {
        wish.check();
        clock.advance(time);
    };

    static {
        // deaths by the thousand are told by the tests, not by the log
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
    }

    World() {
        this(MemoryOptions.IMAP);
    }

    World(MemoryOptions targetOptions) {
        this(MemoryOptions.IMAP, targetOptions);
    }

    World(MemoryOptions sourceOptions, MemoryOptions targetOptions) {
        source = new MemoryMailbox(sourceOptions.clock(clock));
        target = new MemoryMailbox(targetOptions.clock(clock));
        from.with("anna", source);
        to.with("anna@example.org", target);
        try {
            // thousands of small commits: memory, where there is a file system of it
            Path shm = Path.of("/dev/shm");
            folder = Files.isWritable(shm)
                    ? Files.createTempDirectory(shm, "world")
                    : Files.createTempDirectory("world");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MailboxRow row(String user) {
        return row(user, user + "@example.org", RowOptions.NONE);
    }

    static MailboxRow row(String user, String address, RowOptions options) {
        return new MailboxRow(
                1,
                MailboxAddress.of(address),
                user,
                Optional.empty(),
                false,
                Optional.empty(),
                MailboxRow.Person.UNKNOWN,
                options,
                Map.of());
    }

    static byte[] mail(int number, String body) {
        String text = """
                Message-ID: <%d@example.org>
                Date: Mon, 6 May 2024 07:08:%02d +0000
                From: Sender %d <s%d@example.org>
                To: anna@example.org
                Subject: Message %d

                %s
                """;
        return text.formatted(number, number % 60, number, number, number, body)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] weak(String body) {
        return ("X-Nothing: here\r\n\r\n" + body + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    Batch batch() {
        return new Batch(
                "batch",
                new Endpoint("source", "from", from.endpoint("source").settings(), sourceLimits),
                to.endpoint("target"),
                SignInChoice.AS_USER,
                SignInChoice.AS_USER,
                rules,
                filter,
                follow,
                deletions,
                limits,
                repairs,
                rows);
    }

    Logins logins() {
        return new Logins() {
            @Override
            public Login source(MailboxRow row) {
                return login(row.userName());
            }

            @Override
            public Login target(MailboxRow row) {
                return login(row.emailAddress().orElseThrow().value());
            }

            private Login login(String name) {
                return new Login(name, SignIn.password(name, Secret.of("x")), Optional.empty());
            }
        };
    }

    Engine engine() throws FailureException {
        EngineServices services = new EngineServices(
                List.of(sources), List.of(to), PlainFolderMapper.builtIn(), repairRules, Asks.NOBODY, wall);
        EngineSettings settings = new EngineSettings(folder.resolve(".mailwain"), memory, 100_000, RetryPolicy.DEFAULT);
        return new Engine(settings, services, rests);
    }

    Ledger ledger() throws FailureException {
        Ledger real = new SqliteDriver().open(ledgerFolder().toString());
        return steps == null ? real : new MortalLedger(real, steps);
    }

    Path ledgerFolder() {
        return folder.resolve("ledger");
    }

    /** One pass over the first row, by an engine and a ledger of its own. */
    MailboxResult run() throws FailureException {
        return run(rows.getFirst());
    }

    MailboxResult run(MailboxRow row) throws FailureException {
        try (Engine engine = engine();
                Ledger ledger = ledger()) {
            return job(engine, row, ledger).run();
        }
    }

    MailboxJob job(Engine engine, MailboxRow row, Ledger ledger) {
        Progress progress = events::add;
        PassOptions options = new PassOptions(Pass.INITIAL, retryFailed);
        return new MailboxJob(engine, batch(), row, logins(), ledger, options, "test", progress, cancel);
    }

    MailboxKey key(MailboxRow row) {
        return new MailboxKey(
                "from:source",
                row.userName(),
                "to:target",
                row.emailAddress().orElseThrow().value());
    }

    /** What the ledger knows of each pair of folders. */
    Map<String, FolderRecord> records() throws FailureException {
        return records(rows.getFirst());
    }

    Map<String, FolderRecord> records(MailboxRow row) throws FailureException {
        return read(row, mailbox -> {
            Map<String, FolderRecord> records = new TreeMap<>();
            for (FolderLedger pair : mailbox.folders()) {
                records.put(pair.source() + " > " + pair.target(), pair.record());
            }
            return records;
        });
    }

    /** Something that is asked of the ledger. */
    interface Question<T> {
        T of(MailboxLedger mailbox) throws FailureException;
    }

    <T> T read(MailboxRow row, Question<T> question) throws FailureException {
        try (Ledger ledger =
                        new SqliteDriver().openToRead(ledgerFolder().toString()).orElseThrow();
                MailboxLedger mailbox = ledger.read(key(row)).orElseThrow()) {
            return question.of(mailbox);
        }
    }

    List<FolderLedger.NotedItem> notes(MailboxRow row) throws FailureException {
        return read(row, mailbox -> {
            List<FolderLedger.NotedItem> all = new ArrayList<>();
            for (FolderLedger pair : mailbox.folders()) {
                pair.notes(all::addAll);
            }
            return all;
        });
    }

    /** Every folder of a mailbox with its messages, for comparing: bytes, flags and date, in no order. */
    static Map<String, List<String>> picture(MemoryMailbox mailbox) {
        return picture(mailbox, message -> message);
    }

    static Map<String, List<String>> picture(MemoryMailbox mailbox, UnaryOperator<MemoryMessage> as) {
        Map<String, List<String>> picture = new TreeMap<>();
        for (Folder folder : mailbox.folders()) {
            picture.put(
                    folder.path().toString(),
                    mailbox.messages(folder.path()).stream()
                            .map(as)
                            .map(World::line)
                            .sorted()
                            .toList());
        }
        return picture;
    }

    static String line(MemoryMessage message) {
        byte[] bytes = message.content().bytes();
        Instant received = message.received();
        return new String(bytes, 0, Math.min(24, bytes.length), StandardCharsets.ISO_8859_1).replace("\r\n", "|")
                + " #" + Arrays.hashCode(bytes) + " " + bytes.length + " " + message.flags() + " "
                + received;
    }

    /** Keeps the ledger as it is now, to be put back. */
    Path saveLedger() {
        Path copy = folder.resolve("ledger-copy");
        copy(ledgerFolder(), copy);
        return copy;
    }

    void restoreLedger(Path copy) {
        loseLedger();
        copy(copy, ledgerFolder());
    }

    void loseLedger() {
        delete(ledgerFolder());
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(file, there);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(folder);
    }
}
