package org.mailwain.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.mailwain.demo.gmail.GmailLanguage;
import org.mailwain.demo.gmail.GmailMailbox;
import org.mailwain.demo.gmail.GmailSample;
import org.mailwain.demo.gmail.GmailSimulator;
import org.mailwain.demo.server.ServerOptions;

/** One mailbox of a simulated Gmail, filled with messages that have labels. */
final class GmailRehearsal implements AutoCloseable {
    private static final String USER = "alberta@example.com";
    /** As Google writes app passwords. */
    private static final String PASSWORD = "abcd efgh ijkl mnop";

    private final GmailSimulator gmail;
    private final GmailMailbox mailbox;
    private final Running running;

    /** What a script gets. @param bytes of all messages, each once */
    record Running(int port, String user, String password, Path caFile, int messages, long bytes) {}

    /** What a script gets at the end. @param served bytes of messages that were given out */
    record Ended(long served) {}

    /** @param ca where the certificate of its authority is written to */
    GmailRehearsal(int port, int messages, Path ca) throws IOException {
        gmail = GmailSimulator.start(new ServerOptions().port(port));
        mailbox = gmail.add(USER, PASSWORD, GmailLanguage.GERMAN);
        long bytes = GmailSample.fill(mailbox, messages);
        gmail.server().authority().writePem(ca);
        running = new Running(gmail.server().port(), USER, PASSWORD, ca, messages, bytes);
    }

    Running running() {
        return running;
    }

    Ended ended() {
        return new Ended(mailbox.account().served());
    }

    @Override
    public void close() {
        gmail.close();
    }
}
