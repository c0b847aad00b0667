package org.mailwain.cli.internal;

import java.nio.file.Path;
import java.util.Locale;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.VerifyReportOperation;
import picocli.CommandLine;

/** {@code mailwain verify-report}. */
@CommandLine.Command
final class VerifyReportVerb extends Verb {
    private static final int MOST_SHOWN = 50;

    @CommandLine.Parameters(index = "0", paramLabel = "DIR", descriptionKey = "mailwain.verify-report.dir")
    private Path report;

    @CommandLine.Option(names = "--key", paramLabel = "FILE", descriptionKey = "mailwain.verify-report.key")
    private Path key;

    @CommandLine.Option(
            names = "--fingerprint",
            paramLabel = "F",
            descriptionKey = "mailwain.verify-report.fingerprint")
    private String fingerprint;

    @Override
    protected ExitCode work() throws FailureException {
        VerifyReportOperation.Result result = new VerifyReportOperation(key, fingerprint)
                .verify(report.toAbsolutePath().normalize(), context().cancel());
        if (json()) {
            printJson(result);
        } else {
            show(result);
        }
        return result.good() ? ExitCode.OK : ExitCode.ATTENTION;
    }

    private void show(VerifyReportOperation.Result result) {
        result.differences().stream().limit(MOST_SHOWN).forEach(this::show);
        int more = result.differences().size() - MOST_SHOWN;
        if (more > 0) {
            say("verify-report.more", more);
        }
        say("verify-report." + result.verdict().name().toLowerCase(Locale.ROOT), result.files(), result.signer());
    }

    private void show(VerifyReportOperation.FileDifference file) {
        terminal()
                .line(Texts.of("verify-report." + file.difference().name().toLowerCase(Locale.ROOT)) + "  "
                        + Texts.printable(file.path()));
    }
}
