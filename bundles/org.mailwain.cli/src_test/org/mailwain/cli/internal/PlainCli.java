package org.mailwain.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.credentials.internal.CredentialsFailureTexts;
import org.mailwain.credentials.internal.FileCredentialStores;
import org.mailwain.credentials.internal.oauth.OAuthTokenProvider;
import org.mailwain.credentials.internal.oauth.TokenFailureTexts;
import org.mailwain.discovery.DiscoveryFailureTexts;
import org.mailwain.dropins.DropInFailureTexts;
import org.mailwain.engine.EngineFailureTexts;
import org.mailwain.foldermap.FolderMapFailureTexts;
import org.mailwain.foldermap.PlainFolderMapper;
import org.mailwain.ledger.internal.LedgerFailureTexts;
import org.mailwain.ledger.sqlite.internal.SqliteDriver;
import org.mailwain.mail.MailFailureTexts;
import org.mailwain.operations.OperationFailureTexts;
import org.mailwain.operations.ReportOperation.Product;
import org.mailwain.operations.Services;
import org.mailwain.operations.tenant.TenantFailureTexts;
import org.mailwain.project.ProjectFailureTexts;
import org.mailwain.report.ReportFailureTexts;
import org.mailwain.signin.SignInFailureTexts;
import org.mailwain.signin.internal.UserForm;
import org.mailwain.source.imap.ImapSource;
import org.mailwain.target.graph.GraphFailureTexts;
import org.mailwain.target.graph.GraphTarget;
import org.mailwain.target.imap.ImapTarget;

/** The command line with its services put together by hand, as the framework would. */
final class PlainCli {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Services services = new Services(
            List.of(new ImapSource()),
            List.of(new ImapTarget(), new GraphTarget()),
            List.of(new UserForm()),
            List.of(),
            PlainFolderMapper.builtIn(),
            List.of(new SqliteDriver()),
            new FileCredentialStores(),
            (address, wish, cancel) -> DiscoverTest.found(address),
            () -> EndpointsTest.DROP_INS,
            List.of(new OAuthTokenProvider()),
            List.of(
                    new CredentialsFailureTexts(),
                    new DiscoveryFailureTexts(),
                    new DropInFailureTexts(),
                    new EngineFailureTexts(),
                    new GraphFailureTexts(),
                    new FolderMapFailureTexts(),
                    new LedgerFailureTexts(),
                    new MailFailureTexts(),
                    new OperationFailureTexts(),
                    new ProjectFailureTexts(),
                    new ReportFailureTexts(),
                    new SignInFailureTexts(),
                    new TokenFailureTexts(),
                    new TenantFailureTexts()));
    private final CliContext context;

    PlainCli() {
        this(Asks.NOBODY);
    }

    PlainCli(Asks asks) {
        context = new CliContext(
                new Terminal(out, out, false, 120, false),
                () -> services,
                Cancel.NEVER,
                asks,
                new Product("Mailwain", "0.0.0"));
    }

    /** @return the exit code */
    int run(String... arguments) {
        return new Cli(context).run(arguments);
    }

    /** Both streams since the last call. */
    String output() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text;
    }
}
