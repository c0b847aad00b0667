package org.mailwain.ui.reports.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.presenters.reports.MailboxSummary;
import org.mailwain.report.Balance;
import org.mailwain.report.FolderSheet;
import org.mailwain.report.Report;
import org.mailwain.report.TargetSheet;
import org.mailwain.report.TargetSheet.TargetCounts;
import org.mailwain.report.Verdict;
import org.mailwain.ui.Texts;

/** Evidence sheets as rows. */
final class SheetRows {
    private static final Texts TEXTS = Texts.beside(SheetRows.class);
    private static final int NUMBER = 96;

    private SheetRows() {}

    static List<Grid.Column> sourceColumns() {
        List<Grid.Column> columns = new ArrayList<>();
        columns.add(new Grid.Column(TEXTS.of("sheet.folder"), 190, false));
        columns.add(new Grid.Column(TEXTS.of("sheet.to"), 110, false));
        columns.add(new Grid.Column(TEXTS.of("sheet.balance"), 190, false));
        columns.add(new Grid.Column(TEXTS.of("sheet.listed"), NUMBER, true));
        for (ItemOutcome outcome : ItemOutcome.values()) {
            columns.add(new Grid.Column(TEXTS.of("outcome." + Signs.key(outcome)), NUMBER, true));
        }
        columns.add(new Grid.Column(TEXTS.of("sheet.left"), NUMBER, true));
        columns.add(new Grid.Column(TEXTS.of("sheet.size"), NUMBER, true));
        columns.add(new Grid.Column(TEXTS.of("sheet.proof"), 190, false));
        return columns;
    }

    static List<Grid.Column> targetColumns() {
        return List.of(
                new Grid.Column(TEXTS.of("sheet.target"), 260, false),
                new Grid.Column(TEXTS.of("target.standing"), 110, true),
                new Grid.Column(TEXTS.of("target.ours"), NUMBER, true),
                new Grid.Column(TEXTS.of("target.already"), NUMBER + 20, true),
                new Grid.Column(TEXTS.of("target.others"), NUMBER, true),
                new Grid.Column(TEXTS.of("sheet.balance"), 170, false));
    }

    static Grid.Row batch(Report report) {
        Verdict verdict = report.figures().verdict();
        return counts(
                TEXTS.of("sheet.all", report.batch()),
                "",
                report.figures().listed(),
                report.figures().counts(),
                Signs.of(verdict),
                "",
                verdict == Verdict.NOT_BALANCED);
    }

    static Grid.Row mailbox(MailboxSummary mailbox) {
        return counts(
                mailbox.label(),
                "",
                mailbox.figures().listed(),
                mailbox.figures().counts(),
                Signs.of(mailbox.figures().verdict()),
                "",
                mailbox.worst() == Balance.NOT_BALANCED);
    }

    static Grid.Row folder(FolderSheet sheet) {
        boolean alarm = sheet.balance() == Balance.NOT_BALANCED;
        String balance = sheet.listed() && sheet.open() != 0
                ? TEXTS.of("sheet.open", Signs.of(sheet.balance()), Shown.count(sheet.open()))
                : Signs.of(sheet.balance());
        return counts(
                sheet.source().toString(),
                sheet.target().toString(),
                sheet.listed(),
                sheet.counts(),
                balance,
                proofs(sheet.proofs()),
                alarm);
    }

    private static String proofs(Set<CopyProof> proofs) {
        return proofs.stream()
                .sorted()
                .map(proof -> TEXTS.of("proof." + Signs.key(proof)))
                .collect(Collectors.joining("; "));
    }

    private static Grid.Row counts(
            String name, String to, boolean listed, FolderCounts counts, String balance, String proofs, boolean alarm) {
        List<String> cells = new ArrayList<>(List.of(name, to, balance));
        cells.add(listed ? Shown.count(counts.listed()) : TEXTS.of("not.listed"));
        for (ItemOutcome outcome : ItemOutcome.values()) {
            cells.add(number(counts.of(outcome)));
        }
        cells.add(number(counts.left()));
        cells.add(Shown.size(counts.bytes()));
        cells.add(proofs);
        return new Grid.Row(cells, alarm);
    }

    private static String number(long count) {
        return count == 0 ? "–" : Shown.count(count);
    }

    static Grid.Row target(TargetSheet sheet) {
        String balance = sheet.counts().looked() && sheet.counts().open() != 0
                ? TEXTS.of(
                        "sheet.open",
                        Signs.of(sheet.balance()),
                        Shown.count(sheet.counts().open()))
                : Signs.of(sheet.balance());
        return target(sheet.folder().toString(), sheet.counts(), balance, sheet.balance() == Balance.NOT_BALANCED);
    }

    static Grid.Row targetOf(MailboxSummary mailbox) {
        TargetCounts counts = mailbox.figures().target();
        boolean alarm = counts.looked() && counts.open() != 0;
        return target(
                mailbox.label(),
                counts,
                Signs.of(alarm ? Balance.NOT_BALANCED : counts.looked() ? Balance.BALANCED : Balance.NOT_LISTED),
                alarm);
    }

    private static Grid.Row target(String name, TargetCounts counts, String balance, boolean alarm) {
        return new Grid.Row(
                List.of(
                        name,
                        counts.looked() ? Shown.count(counts.standing()) : TEXTS.of("not.looked"),
                        number(counts.ours()),
                        number(counts.alreadyThere()),
                        number(counts.notOurs()),
                        balance),
                alarm);
    }
}
