package org.mailwain.cli.internal;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.discovery.Attempt;
import org.mailwain.discovery.Discovered;
import org.mailwain.discovery.Discovery;
import org.mailwain.discovery.Finding;
import org.mailwain.discovery.Protocol;
import org.mailwain.operations.DiscoverOperation;
import picocli.CommandLine;

/** {@code mailwain discover}. */
@CommandLine.Command
final class DiscoverVerb extends Verb {
    @CommandLine.Parameters(paramLabel = "ADDRESS", descriptionKey = "mailwain.discover.address")
    private String address;

    @CommandLine.Option(names = "--offline", descriptionKey = "mailwain.discover.offline")
    private boolean offline;

    @CommandLine.Option(names = "--all", descriptionKey = "mailwain.discover.all")
    private boolean all;

    @Override
    protected ExitCode work() throws FailureException {
        Discovery.Wish wish = new Discovery.Wish(!offline, all);
        Discovered found = new DiscoverOperation(services(), address, wish)
                .discover(context().cancel());
        if (json()) {
            printJson(new Result(found.address().value(), found.best(), found.findings(), found.looks()));
        } else {
            show(found);
        }
        if (found.findings().isEmpty()) {
            return json() ? ExitCode.FAILED : failed(found);
        }
        boolean good = offline || found.best().isPresent();
        return good ? ExitCode.OK : ExitCode.ATTENTION;
    }

    private ExitCode failed(Discovered found) {
        showFailure(found.nothing());
        return ExitCode.FAILED;
    }

    private void show(Discovered found) {
        found.findings().forEach(this::show);
        if (found.best().isEmpty()) {
            terminal().blank();
            say("discover.looked");
            found.looks().forEach(this::show);
        } else {
            suggest(found.best().get());
        }
    }

    private void show(Finding finding) {
        String use = finding.bulk() ? " " + Texts.of("discover.bulk") : "";
        terminal()
                .line(Texts.printable("%-4s  %s:%d  %s%s  %s"
                        .formatted(
                                SettingsSchema.word(finding.protocol()),
                                finding.host(),
                                finding.port(),
                                SettingsSchema.word(finding.protection()),
                                use,
                                Texts.of(
                                        key("discover.state.", finding.attempt().state())))));
        detail(
                "discover.origin." + SettingsSchema.word(finding.origin().kind()),
                finding.origin().place());
        detail("discover.login", finding.login());
        if (!finding.authentication().isEmpty()) {
            detail("discover.authentication", String.join(", ", finding.authentication()));
        }
        finding.enableAt().ifPresent(at -> detail("discover.enable", at));
        if (!finding.isUsable() && !finding.attempt().said().isEmpty()) {
            detail("discover.said", finding.attempt().said());
        }
        boolean asks = finding.attempt().state() == Attempt.State.CERTIFICATE_REFUSED
                || finding.attempt().state() == Attempt.State.TO_BE_CONFIRMED;
        finding.attempt().certificate().filter(certificate -> asks).ifPresent(this::show);
    }

    private void show(Attempt.Certificate certificate) {
        String names = String.join(", ", new TreeSet<>(certificate.names()));
        detail("discover.certificate.names", names.isEmpty() ? certificate.subject() : names);
        detail("discover.certificate.issuer", certificate.issuer(), Date.from(certificate.notAfter()));
        detail("discover.certificate.sha256", certificate.sha256());
    }

    private void show(Discovered.Look look) {
        String kind = Texts.of(
                "discover.origin." + SettingsSchema.word(look.origin().kind()),
                look.origin().place());
        String why = look.failure() == null
                ? ""
                : ": " + sentences().of(look.failure()).sentence();
        terminal().line(Texts.printable("  " + kind + why));
    }

    private void suggest(Finding best) {
        terminal().blank();
        say("discover.endpoint");
        terminal().line("  kind: " + (best.protocol() == Protocol.IMAP ? "imap" : "pop"));
        terminal().line("  host: " + Texts.printable(best.host()));
        terminal().line("  security: " + SettingsSchema.word(best.protection()));
        if (best.port() != best.protocol().port(best.protection())) {
            terminal().line("  port: " + best.port());
        }
    }

    private void detail(String key, Object... arguments) {
        terminal().line("      " + Texts.printable(Texts.of(key, arguments)));
    }

    private static String key(String start, Enum<?> word) {
        return start + SettingsSchema.word(word);
    }

    /** What a script gets. */
    record Result(String address, Optional<Finding> best, List<Finding> findings, List<Discovered.Look> looks) {}
}
