package org.mailwain.cli.internal;

import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.operations.Sentences;
import org.mailwain.operations.tenant.TenantCheckOperation.Finding;

/** Shows how a tenant stands: one line for each thing looked at, green or what is to be done. */
final class TenantTable {
    private final Terminal terminal;
    private final Sentences sentences;

    TenantTable(Terminal terminal, Sentences sentences) {
        this.terminal = terminal;
        this.sentences = sentences;
    }

    /** @return whether all is green */
    boolean show(String target, List<Finding> findings) {
        terminal.blank();
        terminal.line(terminal.bold(Texts.of("tenant.head", target)));
        Table table = new Table("LOOKED AT", "WHICH", "STATE");
        for (Finding finding : findings) {
            String state = finding.good()
                    ? Texts.of("check.ok")
                    : String.join(
                            ", ", finding.failures().stream().map(Failure::code).toList());
            table.row(SettingsSchema.word(finding.subject()), finding.name(), state);
        }
        table.print(terminal);
        boolean good = findings.stream().allMatch(Finding::good);
        if (good) {
            terminal.line(Texts.of("tenant.good"));
        }
        findings.stream().flatMap(f -> f.failures().stream()).forEach(this::show);
        findings.stream().flatMap(f -> f.advice().stream()).forEach(this::show);
        return good;
    }

    private void show(Failure failure) {
        FailureTexts.Text text = sentences.of(failure);
        terminal.blank();
        terminal.line(Texts.printable(text.sentence()) + " [" + failure.code() + "]");
        if (!text.advice().isEmpty()) {
            terminal.line("  " + Texts.printable(text.advice()));
        }
    }
}
