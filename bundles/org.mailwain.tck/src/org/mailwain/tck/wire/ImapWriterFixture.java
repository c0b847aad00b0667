package org.mailwain.tck.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.tck.Mail;
import org.mailwain.tck.WriterFixture;

/** An {@link ImapFixture} whose sessions write. */
public class ImapWriterFixture extends ImapFixture implements WriterFixture {
    private static final Duration CALM = Duration.ofMillis(600);

    private final Opener<MailboxWriter> opener;

    /** As {@link ImapFixture}. */
    public ImapWriterFixture(
            String host, int imapPort, int port, String user, String password, Opener<MailboxWriter> opener)
            throws IOException {
        super(host, imapPort, port, user, password, opener);
        this.opener = opener;
    }

    @Override
    public MailboxWriter open(SessionContext context) throws FailureException {
        return opener.open(relay().host(), relay().port(), context);
    }

    @Override
    public List<Mail> standing(FolderPath folder) throws IOException {
        return super.standing(folder);
    }

    @Override
    public boolean loseAnswers() {
        relay().loseAnswers(Duration.ofMillis(400));
        return true;
    }

    /** A server goes on storing what had arrived, so all counters have to stand still for a while. */
    @Override
    public void calm() throws Exception {
        String before = "";
        String now = hand().snapshot();
        while (!now.equals(before)) {
            Thread.sleep(CALM.toMillis());
            before = now;
            now = hand().snapshot();
        }
    }
}
