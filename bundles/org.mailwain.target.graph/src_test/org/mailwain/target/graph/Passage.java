package org.mailwain.target.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.SourceProvider;
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
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.contract.MortalLedger;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.ledger.sqlite.internal.SqliteDriver;
import org.mailwain.tck.Mail;
import org.mailwain.tck.memory.Content;
import org.mailwain.tck.memory.MemoryMailbox;
import org.mailwain.tck.memory.MemoryProvider;

/**
 * One mailbox on its way into a tenant, by the engine, with the ledger in a folder.
 *
 * @param sources opens the source
 * @param source who reads
 * @param target who writes
 */
record Passage(SourceProvider sources, Endpoint from, Login source, Endpoint to, Login target, Path folder) {
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final List<FolderPath> FOLDERS =
            List.of(FolderPath.INBOX, FolderPath.of("Projects", "Überblick"), FolderPath.of("Archive"));

    /** From a mailbox in memory. */
    static Passage of(MemoryMailbox mailbox, Endpoint to, Login target, Path folder) {
        MemoryProvider memory = new MemoryProvider("from").with("anna", mailbox);
        Login source = new Login("anna", SignIn.password("anna", Secret.of("x")), Optional.empty());
        return new Passage(memory, memory.endpoint("source"), source, to, target, folder);
    }

    /** So many messages in three folders, two of them equal, with flags and old dates. */
    static void fill(MemoryMailbox source, int count) {
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
            Mail mail = number % 3 == 0 ? sealed(Mail.number(number)) : Mail.number(number);
            deliver(source, FOLDERS.get(number % 3), mail.with(flags));
        }
    }

    /** With a seal that holds for the bytes alone, of which the evidence has to tell. */
    private static Mail sealed(Mail mail) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("DKIM-Signature: v=1; d=tck.example\r\n".getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(mail.bytes());
        return new Mail(mail.id(), all.toByteArray(), mail.flags(), mail.received());
    }

    static void deliver(MemoryMailbox source, FolderPath path, Mail mail) {
        source.create(path);
        source.deliver(path, Content.of(mail.bytes()), mail.flags(), mail.received());
    }

    private Batch batch() {
        MailboxRow row = new MailboxRow(
                1,
                MailboxAddress.of(target.mailbox()),
                source.mailbox(),
                Optional.empty(),
                false,
                Optional.empty(),
                MailboxRow.Person.UNKNOWN,
                RowOptions.NONE,
                Map.of());
        return new Batch(
                "batch",
                from,
                to,
                SignInChoice.AS_USER,
                SignInChoice.AS_USER,
                FolderRules.DEFAULT,
                Filter.DEFAULT,
                Follow.INITIAL,
                Optional.empty(),
                new BatchLimits(10, 1000, QUIET),
                List.of(),
                List.of(row));
    }

    /** One pass by an engine, a provider and a ledger of its own, as a process of its own would have them. */
    MailboxResult run(Steps steps, Cancel cancel) throws FailureException {
        EngineServices services = new EngineServices(
                List.of(sources),
                List.of(new GraphTarget()),
                PlainFolderMapper.builtIn(),
                List.of(),
                Asks.NOBODY,
                Clock.systemUTC());
        RetryPolicy fast = new RetryPolicy(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(30));
        EngineSettings engineSettings = new EngineSettings(folder.resolve(".mailwain"), 64_000_000, 100_000, fast);
        Batch batch = batch();
        try (Engine engine = new Engine(engineSettings, services);
                Ledger ledger = new MortalLedger(new SqliteDriver().open(ledgerFolder()), steps)) {
            PassOptions options = new PassOptions(Pass.INITIAL, false);
            return new MailboxJob(
                            engine,
                            batch,
                            batch.rows().getFirst(),
                            new Logins() {
                                @Override
                                public Login source(MailboxRow row) {
                                    return source;
                                }

                                @Override
                                public Login target(MailboxRow row) {
                                    return target;
                                }
                            },
                            ledger,
                            options,
                            "test",
                            event -> {},
                            cancel)
                    .run();
        }
    }

    private String ledgerFolder() {
        return folder.resolve("ledger").toString();
    }

    /** Looks at what the ledger says of the mailbox. */
    interface Look {
        void at(MailboxLedger mailbox) throws FailureException, IOException;
    }

    void ledger(Look look) throws FailureException, IOException {
        MailboxKey key = new MailboxKey(
                sources.address(from),
                source.mailbox(),
                to.settings(GraphSettings.class).address(),
                target.mailbox());
        try (Ledger ledger = new SqliteDriver().openToRead(ledgerFolder()).orElseThrow();
                MailboxLedger mailbox = ledger.read(key).orElseThrow()) {
            look.at(mailbox);
        }
    }
}
