package org.mailwain.presenters.reports;

import org.mailwain.report.Balance;
import org.mailwain.report.Figures;
import org.mailwain.report.MailboxSheet;

/**
 * What is kept of each mailbox of a report; its folders are read when they are looked at.
 *
 * @param number its place in the batch, from 1
 * @param state as Exchange Online names it
 * @param listed where the report lists its items
 * @param worst of the balances of its folders
 */
public record MailboxSummary(
        int number, String label, String state, Figures figures, MailboxSheet.ItemsFile listed, Balance worst) {
    static MailboxSummary of(MailboxSheet sheet) {
        Balance worst =
                sheet.folders().stream().map(folder -> folder.balance()).reduce(Balance.BALANCED, Balance::worse);
        Balance all = sheet.targets().stream()
                .map(target -> target.balance())
                .filter(balance -> balance == Balance.NOT_BALANCED)
                .reduce(worst, Balance::worse);
        return new MailboxSummary(
                sheet.number(),
                sheet.entry().label(),
                sheet.entry().state().label(),
                sheet.figures(),
                sheet.items(),
                all);
    }

    /** How many items the report lists. */
    public long items() {
        return listed.count();
    }

    /** Whether a person has to look at it. */
    public boolean needsPerson() {
        return figures.needs() > 0
                || figures.unnamed() > 0
                || !figures.verdict().isComplete();
    }
}
