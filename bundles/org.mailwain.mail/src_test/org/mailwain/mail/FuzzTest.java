package org.mailwain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.mail.support.Sessions.INBOX;
import static org.mailwain.mail.support.Sessions.item;
import static org.mailwain.mail.support.Sessions.list;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.mail.support.Broken;
import org.mailwain.mail.support.ScriptedServer;
import org.mailwain.mail.support.Sessions;

/** Answers with bytes changed, lost and doubled: whatever comes of it, only a failure may leave the session. */
@Timeout(60)
class FuzzTest {
    private static final String ANSWERS =
            "* 3 FETCH (UID 1 FLAGS (\\Seen $a) INTERNALDATE \"01-Jan-2020 02:03:04 +0200\""
                    + " RFC822.SIZE 12 X-MORE (1 (2 \"3\") {3}\r\nabc) BODY[] {12}\r\nSubject: a\r\n)\r\n"
                    + "* 4 FETCH (BODY[] \"quo\\\"ted\" UID 2 FLAGS () INTERNALDATE NIL MODSEQ (9))\r\n"
                    + "* OK [HIGHESTMODSEQ 12] so it is\r\n* VANISHED (EARLIER) 1:3,5\r\n* 9 EXISTS\r\n"
                    + "* LIST (\\HasNoChildren) \"/\" {5}\r\nINBOX\r\n* STATUS \"a\\\"b\" (MESSAGES 3)\r\n"
                    + "* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n* CAPABILITY IMAP4rev1 \r\n* ESEARCH (TAG \"a\") UID ALL 1\r\n";

    private static final String SIGN_IN = "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n"
            + "m1 OK [CAPABILITY IMAP4rev1 NAMESPACE X-Y=(1)] in\r\n"
            + "* NAMESPACE ((\"\" \"/\" \"X\" (\"y\"))) ((\"#user/\" \"/\")) NIL\r\nm2 OK done\r\n"
            + "* LIST (\\HasNoChildren \\Sent) \"/\" \"a\\\"b\"\r\n* LIST () NIL INBOX\r\nm3 OK done\r\n"
            + "* LSUB () \"/\" INBOX\r\nm4 OK done\r\n* BYE so long\r\n";

    private final Sessions sessions = new Sessions();

    @RepeatedTest(300)
    void brokenAnswersAreFailuresAtMost(RepetitionInfo info) throws Exception {
        Random random = new Random(info.getCurrentRepetition());
        byte[] broken = Broken.bytes(ANSWERS, random);
        try (ScriptedServer server = ScriptedServer.afterSignIn("CONDSTORE LIST-STATUS", line -> {
                    line.folders("INBOX");
                    line.open(1, 99, 98);
                    line.command();
                    line.raw(broken);
                    line.say(line.tag() + " OK done");
                    line.close();
                });
                MailboxReader reader = sessions.reader(
                        Sessions.settings(server.port()).within(Duration.ofSeconds(2), Duration.ofSeconds(2)))) {
            try {
                if (random.nextBoolean()) {
                    sessions.fetch(reader, item(1, 12), item(2, 12));
                } else {
                    list(reader, INBOX);
                }
            } catch (FailureException e) {
                assertThat(e.failure().code()).startsWith("mail.");
            }
        }
        assertThat(sessions.bodies.open()).isZero();
    }

    @Test
    void theSignInThatIsBrokenIsUnderstoodWhereItIsWhole() throws Exception {
        try (ScriptedServer server = new ScriptedServer(line -> {
                    line.raw(SIGN_IN);
                    line.hush();
                });
                MailboxReader reader = sessions.reader(server)) {
            assertThat(reader.folders()).hasSize(2);
        }
    }

    /** From the first byte on, whatever the client asks. */
    @RepeatedTest(200)
    void brokenGreetingsAndSignInsAreFailuresAtMost(RepetitionInfo info) throws Exception {
        byte[] broken = Broken.bytes(SIGN_IN, new Random(info.getCurrentRepetition()));
        try (ScriptedServer server = new ScriptedServer(line -> {
            line.raw(broken);
            line.hush();
        })) {
            try (MailboxReader reader = sessions.reader(
                    Sessions.settings(server.port()).within(Duration.ofSeconds(2), Duration.ofSeconds(2)))) {
                reader.folders();
            } catch (FailureException e) {
                assertThat(e.failure().code()).startsWith("mail.");
            }
        }
    }
}
