package org.mailwain.target.imap.exact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.Login;
import org.mailwain.api.signin.SignIn;
import org.mailwain.engine.Difference;
import org.mailwain.engine.Engine;
import org.mailwain.engine.EngineServices;
import org.mailwain.engine.EngineSettings;
import org.mailwain.engine.Logins;
import org.mailwain.engine.MailboxJob;
import org.mailwain.engine.MailboxResult;
import org.mailwain.engine.MailboxVerdict;
import org.mailwain.engine.PassOptions;
import org.mailwain.engine.RetryPolicy;
import org.mailwain.engine.Verifier;
import org.mailwain.engine.Verifier.Depth;
import org.mailwain.foldermap.PlainFolderMapper;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.contract.MortalLedger;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.ledger.sqlite.internal.SqliteDriver;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.mail.pop.PopSettings;
import org.mailwain.rig.Rig;
import org.mailwain.source.imap.ImapSource;
import org.mailwain.source.pop.PopSource;
import org.mailwain.target.imap.ImapTarget;

/** One mailbox on its way between real servers, by a process that may die. */
final class Journey implements AutoCloseable {
    private static final FolderRules AS_THEY_ARE =
            new FolderRules(FolderRules.SpecialUseMapping.OFF, Optional.empty(), List.of(), true, true);
    private static final RetryPolicy SHORT =
            new RetryPolicy(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(20));

    final Wire from;
    final Wire to;
    private final Between between;
    private final String reads;
    private final String writes;
    private final Path folder;
    Duration quiet = Duration.ofMillis(400);
    Follow follow = Follow.INITIAL;
    Optional<Deletions> deletions = Optional.empty();

    Journey(Rig rig, Between between, String reads, String writes) throws IOException {
        this(rig, between, reads, writes, between.hidden(true));
    }

    Journey(Rig rig, Between between, String reads, String writes, List<Hidden> hiddenOnSource) throws IOException {
        this.between = between;
        this.reads = reads;
        this.writes = writes;
        this.from = new Wire(between.sourcePort(rig), hiddenOnSource);
        this.to = new Wire(rig.imap(between.target()), between.hidden(false));
        Path memory = Path.of("/dev/shm");
        this.folder = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "journey")
                : Files.createTempDirectory("journey");
    }

    private Batch batch() {
        return new Batch(
                "batch",
                source(),
                new Endpoint("target", "imap", imap(to.port()), EndpointLimits.DEFAULT),
                SignInChoice.AS_USER,
                SignInChoice.AS_USER,
                AS_THEY_ARE,
                Filter.DEFAULT,
                follow,
                deletions,
                new BatchLimits(10, 1000, quiet),
                List.of(),
                List.of(row()));
    }

    private Endpoint source() {
        return between.isPop()
                ? new Endpoint(
                        "source",
                        "pop",
                        PopSettings.of("127.0.0.1", Optional.of(from.port()), Security.NONE),
                        EndpointLimits.DEFAULT)
                : new Endpoint("source", "imap", imap(from.port()), EndpointLimits.DEFAULT);
    }

    private static ImapSettings imap(int port) {
        return ImapSettings.of("127.0.0.1", Optional.of(port), Security.NONE);
    }

    private MailboxRow row() {
        return new MailboxRow(
                1,
                MailboxAddress.of(writes + "@example.org"),
                reads,
                Optional.empty(),
                false,
                Optional.empty(),
                MailboxRow.Person.UNKNOWN,
                RowOptions.NONE,
                Map.of());
    }

    private Logins logins() {
        return new Logins() {
            @Override
            public Login source(MailboxRow row) {
                return login(reads);
            }

            @Override
            public Login target(MailboxRow row) {
                return login(writes);
            }

            private static Login login(String name) {
                return new Login(name, SignIn.password(name, Secret.of(Rig.PASSWORD)), Optional.empty());
            }
        };
    }

    /** A run that nothing disturbs. */
    MailboxResult run() throws FailureException {
        from.revive();
        to.revive();
        return run(Steps.endless(), new CancelSource());
    }

    /** How a process shall die. */
    interface Plan {
        /** @return the durable steps, one of which may be the last; else {@link Steps#die} is called by whatever else ends it */
        Steps of(Wire from, Wire to, Runnable death);
    }

    /** A run that dies as planned. @return whether it died */
    boolean runAndDie(Plan plan) throws FailureException, InterruptedException {
        from.revive();
        to.revive();
        CancelSource end = new CancelSource();
        Steps[] steps = new Steps[1];
        CountDownLatch dead = new CountDownLatch(1);
        Runnable death = () -> Thread.ofPlatform().start(() -> {
            // what is dead needs no patience
            from.die();
            to.die();
            end.request();
            dead.countDown();
        });
        steps[0] = plan.of(from, to, death);
        from.death(() -> steps[0].die());
        to.death(() -> steps[0].die());
        run(steps[0], end);
        // nothing of this process reaches into the next one's life
        if (steps[0].isDead()) {
            dead.await();
        }
        return steps[0].isDead();
    }

    private MailboxResult run(Steps steps, CancelSource cancel) throws FailureException {
        try (Engine engine = engine();
                Ledger ledger =
                        new MortalLedger(new SqliteDriver().open(ledgerFolder().toString()), steps)) {
            return new MailboxJob(
                            engine,
                            batch(),
                            row(),
                            logins(),
                            ledger,
                            PassOptions.of(Pass.INITIAL),
                            "test",
                            Progress.SILENT,
                            cancel)
                    .run();
        }
    }

    private Engine engine() throws FailureException {
        EngineServices services = new EngineServices(
                List.of(new ImapSource(), new PopSource()),
                List.of(new ImapTarget()),
                PlainFolderMapper.builtIn(),
                List.of(),
                Asks.NOBODY,
                Clock.systemUTC());
        return new Engine(new EngineSettings(folder.resolve(".mailwain"), 64_000_000, 100_000, SHORT), services);
    }

    /** What differs between both sides, compared by content and without the ledger. */
    List<Difference> compare() throws FailureException {
        from.revive();
        to.revive();
        List<Difference> differences = new ArrayList<>();
        try (Engine engine = engine()) {
            MailboxVerdict verdict = new Verifier(
                            engine, batch(), logins(), null, Depth.CONTENT, Progress.SILENT, Cancel.NEVER)
                    .verify(row(), differences::add);
            if (verdict.failure() != null) {
                throw new FailureException(verdict.failure());
            }
        }
        return differences;
    }

    private Path ledgerFolder() {
        return folder.resolve("ledger");
    }

    private MailboxKey key() {
        return new MailboxKey("127.0.0.1:" + from.port(), reads, "127.0.0.1:" + to.port(), writes);
    }

    /** What is wrong with the evidence: sheets that do not balance, work that is left; empty where all is well. */
    List<String> evidence() throws FailureException {
        try (Ledger ledger =
                        new SqliteDriver().openToRead(ledgerFolder().toString()).orElseThrow();
                MailboxLedger mailbox = ledger.read(key()).orElseThrow()) {
            return Stream.concat(
                            mailbox.openIntents().stream().map(intent -> "open " + intent.number()),
                            mailbox.folders().stream().flatMap(Journey::wrong))
                    .toList();
        }
    }

    private static Stream<String> wrong(FolderLedger pair) {
        try {
            FolderRecord record = pair.record();
            return (record.settled() || isGone(record)) && record.counts().balances()
                    ? Stream.empty()
                    : Stream.of(pair.source() + " " + record);
        } catch (FailureException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The source folder is there no more: nothing is left to be settled. */
    private static boolean isGone(FolderRecord record) {
        return record.counts().listed() == 0 && record.counts().left() > 0;
    }

    /** Keeps the ledger as it is now, while nobody writes. */
    void saveLedger() {
        copy(ledgerFolder(), folder.resolve("saved"));
    }

    void restoreLedger() {
        loseLedger();
        copy(folder.resolve("saved"), ledgerFolder());
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

    private static void delete(Path tree) {
        try (Stream<Path> files = Files.exists(tree) ? Files.walk(tree) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        from.close();
        to.close();
        delete(folder);
    }
}
