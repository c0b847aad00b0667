package org.mailwain.report.internal.html;

import java.util.stream.Stream;
import org.mailwain.report.Balance;
import org.mailwain.report.Figures;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.Report;
import org.mailwain.report.Verdict;
import org.mailwain.report.internal.text.Words;

/** The verdict in words; for pages and for the one-page summary. */
public final class Headlines {
    private final Words words;

    public Headlines(Words words) {
        this.words = words;
    }

    /** A mailbox, with its folders that do not balance. */
    public String named(MailboxSheet sheet) {
        String folders = folders(sheet);
        return folders.isEmpty()
                ? sheet.entry().label()
                : words.say("attention.folders", sheet.entry().label(), folders);
    }

    String folders(MailboxSheet sheet) {
        return words.join(Stream.concat(
                        sheet.folders().stream()
                                .filter(f -> f.balance() == Balance.NOT_BALANCED)
                                .map(f -> f.source().toString()),
                        sheet.targets().stream()
                                .filter(t -> t.balance() == Balance.NOT_BALANCED)
                                .map(t -> words.say("attention.target", t.folder())))
                .toArray(String[]::new));
    }

    public String batch(Report report) {
        return words.say("batch." + report.figures().verdict().name(), arguments(report));
    }

    public String reason(Report report) {
        return words.say("batch." + report.figures().verdict().name() + ".why", arguments(report));
    }

    private static Object[] arguments(Report report) {
        Figures figures = report.figures();
        return new Object[] {
            report.mailboxes(),
            report.completeMailboxes(),
            figures.needs(),
            figures.counts().listed(),
            figures.folders(Balance.NOT_BALANCED),
            report.mailboxes(Verdict.NOT_BALANCED)
        };
    }

    String mailbox(MailboxSheet sheet) {
        return words.say("mailbox." + sheet.figures().verdict().name(), arguments(sheet));
    }

    String reason(MailboxSheet sheet) {
        return words.say("mailbox." + sheet.figures().verdict().name() + ".why", arguments(sheet));
    }

    private static Object[] arguments(MailboxSheet sheet) {
        Figures figures = sheet.figures();
        return new Object[] {
            sheet.entry().state().label(),
            figures.needs(),
            figures.counts().listed(),
            figures.folders(Balance.NOT_BALANCED),
            figures.folders(Balance.OPEN),
            figures.folders(Balance.NOT_LISTED)
        };
    }
}
