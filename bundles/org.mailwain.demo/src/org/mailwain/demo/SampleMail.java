package org.mailwain.demo;

import java.util.ArrayList;
import java.util.List;
import org.mailwain.demo.internal.sample.MailboxPlan;
import org.mailwain.demo.internal.sample.MailboxWriter;
import org.mailwain.demo.server.DemoServer;

/**
 * Three mailboxes of some hundred messages over seven years: nested folders, names in German, Japanese and with emoji,
 * flags and keywords, threads, attachments, drafts, equal messages twice in a folder, and subjects that a spreadsheet
 * or a browser must not take for more than text. Equal bytes, dates and flags each time.
 */
public final class SampleMail {
    /** With what a mailbox list has to get right: quotes, a comma, a semicolon, a blank. */
    private static final String PASSWORD = "old; \"%s\", 1*";

    private SampleMail() {}

    /** Adds the mailboxes to a server. @return who they are, in the order of a mailbox list */
    public static List<SampleMailbox> fill(DemoServer server) {
        List<SampleMailbox> mailboxes = new ArrayList<>();
        for (MailboxPlan plan : MailboxPlan.all()) {
            String password = PASSWORD.formatted(plan.user());
            new MailboxWriter(plan).fill(server.add(plan.user(), password));
            mailboxes.add(new SampleMailbox(plan.user(), password, plan.name(), plan.address()));
        }
        return mailboxes;
    }
}
