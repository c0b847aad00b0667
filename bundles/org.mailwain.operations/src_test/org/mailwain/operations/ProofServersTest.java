package org.mailwain.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.BatchLimits;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.batch.RowTarget;
import org.mailwain.api.batch.SignInChoice;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.engine.BatchJob;
import org.mailwain.engine.BatchOptions;
import org.mailwain.engine.BatchResult;
import org.mailwain.engine.Engine;
import org.mailwain.engine.EngineFailure;
import org.mailwain.foldermap.PlainFolderMapper;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderLedger.NotedItem;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.sqlite.internal.SqliteDriver;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.repair.internal.DateRule;
import org.mailwain.repair.internal.FlagsRule;
import org.mailwain.repair.internal.Header8BitRule;
import org.mailwain.repair.internal.HeaderRule;
import org.mailwain.repair.internal.LongLinesRule;
import org.mailwain.repair.internal.NewlinesRule;
import org.mailwain.repair.internal.NulRule;
import org.mailwain.rig.Rig;
import org.mailwain.signin.internal.UserForm;
import org.mailwain.source.imap.ImapSource;
import org.mailwain.target.imap.ImapTarget;

/** An OK of a real server is not believed: what it keeps otherwise, or refuses, stands in the ledger with its cause. */
class ProofServersTest {
    private static final List<RepairRule> RULES = List.of(
            new NulRule(),
            new NewlinesRule(),
            new Header8BitRule(),
            new LongLinesRule(),
            new HeaderRule(),
            new FlagsRule(),
            new DateRule());

    @TempDir
    private Path folder;

    private static Endpoint endpoint(Rig rig, Rig.Server server) {
        ImapSettings settings = ImapSettings.of("localhost", Optional.of(rig.imaps(server)), Security.TLS)
                .trusting(new Trust.CaFile(rig.ca()))
                .within(Duration.ofSeconds(60), Duration.ofSeconds(60));
        return new Endpoint(server.word(), "imap", settings, EndpointLimits.DEFAULT);
    }

    /** Copies the oddest mail; what is to be said of it by the ledger. */
    private List<NotedItem> copy(Rig.Server target, List<String> repairs) throws Exception {
        Rig rig = Rig.with(Rig.Server.SOURCE, target);
        rig.wipe(Rig.Server.SOURCE);
        rig.wipe(target);
        rig.seed("--users", "1", "--messages", "20", "--profile", "hardmail");
        Services services = new Services(
                List.of(new ImapSource()),
                List.of(new ImapTarget()),
                List.of(new UserForm()),
                RULES,
                PlainFolderMapper.builtIn(),
                List.of(new SqliteDriver()),
                null,
                null,
                List::of,
                List.of());
        BatchWork bench = Bench.work(
                folder,
                endpoint(rig, Rig.Server.SOURCE),
                SignInChoice.AS_USER,
                List.of(),
                Map.of(),
                Bench.row(Rig.user(1), Rig.PASSWORD, null));
        Batch batch = new Batch(
                "odd",
                bench.batch().source(),
                endpoint(rig, target),
                SignInChoice.AS_USER,
                SignInChoice.AS_USER,
                FolderRules.DEFAULT,
                Filter.DEFAULT,
                Follow.INITIAL,
                Optional.empty(),
                BatchLimits.DEFAULT,
                repairs,
                bench.batch().rows().stream().map(ProofServersTest::atHome).toList());
        BatchWork work = new BatchWork(services, folder, batch, bench.store(), Asks.NOBODY);
        List<NotedItem> noted = new ArrayList<>();
        try (Engine engine = work.engine();
                Ledger ledger = work.ledger()) {
            BatchResult result = new BatchJob(
                            engine,
                            batch,
                            work.logins(Cancel.NEVER),
                            ledger,
                            BatchOptions.all("test"),
                            Progress.SILENT,
                            Cancel.NEVER)
                    .run();
            assertThat(result.failure()).isNull();
            try (MailboxLedger mailbox =
                    ledger.read(work.key(batch.rows().getFirst())).orElseThrow()) {
                for (FolderLedger one : mailbox.folders()) {
                    assertThat(one.record().counts().balances()).isTrue();
                    one.notes(noted::addAll);
                }
            }
        }
        return noted;
    }

    /** The same user on both sides. */
    private static MailboxRow atHome(MailboxRow row) {
        return new MailboxRow(
                row.line(),
                row.emailAddress(),
                row.userName(),
                row.password(),
                row.passwordInStore(),
                row.userRoot(),
                row.person(),
                row.options(),
                row.settings(),
                new RowTarget(Optional.of(row.userName()), row.password(), false));
    }

    @Test
    void aMessageThatCourierCutIsFound() throws Exception {
        List<NotedItem> noted = copy(Rig.Server.COURIER, List.of());
        assertThat(noted).anySatisfy(item -> {
            assertThat(item.note().subject()).contains("2000 parts");
            assertThat(item.entry().marks()).contains(ItemMark.CHANGED_BY_TARGET);
            assertThat(item.note().failure().is(EngineFailure.CHANGED)).isTrue();
        });
    }

    @Test
    void headersThatCyrusFillsWithLettersAreFoundAndRefusalsHaveACause() throws Exception {
        List<NotedItem> noted = copy(Rig.Server.CYRUS, List.of());
        assertThat(noted).anySatisfy(item -> {
            assertThat(item.entry().marks()).contains(ItemMark.CHANGED_BY_TARGET);
            assertThat(item.note().failure().is(EngineFailure.HEADER_CHANGED)).isTrue();
        });
        assertThat(noted)
                .filteredOn(item -> item.entry().outcome() == ItemOutcome.FAILED)
                .isNotEmpty()
                .allSatisfy(item -> {
                    assertThat(item.note().failure().code()).startsWith("repair.flaw.");
                    assertThat(item.note().original()).isPresent();
                });
    }

    @Test
    void cyrusTakesWhatRulesMended() throws Exception {
        List<NotedItem> noted =
                copy(Rig.Server.CYRUS, RULES.stream().map(RepairRule::id).toList());
        assertThat(noted).noneMatch(item -> item.entry().outcome() == ItemOutcome.FAILED);
        assertThat(noted)
                .filteredOn(item -> item.entry().marks().contains(ItemMark.REPAIRED))
                .isNotEmpty()
                .allSatisfy(item -> {
                    assertThat(item.note().repair()).isPresent();
                    assertThat(folder.resolve(item.note().original().orElseThrow()))
                            .exists();
                });
    }
}
