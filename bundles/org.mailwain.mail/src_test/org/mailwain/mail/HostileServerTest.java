package org.mailwain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.mail.support.Sessions.INBOX;
import static org.mailwain.mail.support.Sessions.failure;
import static org.mailwain.mail.support.Sessions.item;
import static org.mailwain.mail.support.Sessions.list;
import static org.mailwain.mail.support.Sessions.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.mail.support.Collected;
import org.mailwain.mail.support.ScriptedServer;
import org.mailwain.mail.support.Sessions;

/** Servers that lie: each ends in a failure of the right scope, in time and with memory bounded. */
@Timeout(20)
class HostileServerTest {
    private final Sessions sessions = new Sessions();
    private ScriptedServer server;

    @AfterEach
    void close() throws Exception {
        server.close();
        assertThat(sessions.bodies.open()).as("bodies left open").isZero();
    }

    private void serve(ScriptedServer.Script script) throws Exception {
        server = ScriptedServer.afterSignIn("", script);
    }

    private void assertFails(MailFailure code, Sessions.Failing call) throws Exception {
        Failure failure = failure(call);
        assertThat(failure.code()).isEqualTo(code.code());
        assertThat(failure.scope()).isEqualTo(code.scope());
    }

    private void assertListingFails(MailFailure code) throws Exception {
        try (MailboxReader reader = sessions.reader(server)) {
            assertFails(code, () -> list(reader, INBOX));
        }
    }

    @Test
    void aLineWithoutEndEndsTheConnection() throws Exception {
        serve(line -> {
            line.command();
            line.raw("* LIST (");
            byte[] some = new byte[1 << 16];
            Arrays.fill(some, (byte) 'x');
            while (true) {
                line.raw(some);
            }
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertFails(MailFailure.LINE_TOO_LONG, reader::folders);
        }
    }

    @Test
    void aFetchLineWithoutEndEndsTheConnection() throws Exception {
        serve(line -> {
            line.folders("INBOX");
            line.open(1, 2, 1);
            line.command();
            line.raw("* 1 FETCH (");
            byte[] some = "X-NOISE 1 ".repeat(1000).getBytes();
            while (true) {
                line.raw(some);
            }
        });
        assertListingFails(MailFailure.LINE_TOO_LONG);
    }

    @Test
    void nestingWithoutBoundEndsTheConnection() throws Exception {
        serve(line -> {
            line.command();
            line.say("* LIST " + "(".repeat(1000) + ")".repeat(1000) + " \"/\" INBOX");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertFails(MailFailure.NESTED_TOO_DEEP, reader::folders);
        }
    }

    @Test
    void nestingInAFetchEndsTheConnection() throws Exception {
        serve(line -> {
            line.folders("INBOX");
            line.open(1, 2, 1);
            line.command();
            line.say("* 1 FETCH (UID 1 BODYSTRUCTURE " + "(".repeat(100_000) + ")".repeat(100_000) + ")");
        });
        assertListingFails(MailFailure.NESTED_TOO_DEEP);
    }

    @Test
    void aNameOfTwoGigabytesEndsTheConnection() throws Exception {
        serve(line -> {
            line.command();
            line.say("* LIST () \"/\" {2147483647}");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertFails(MailFailure.LITERAL_TOO_LARGE, reader::folders);
        }
    }

    @Test
    void aBodyThatNobodyAskedForEndsTheConnection() throws Exception {
        serve(line -> {
            line.folders("INBOX");
            line.open(1, 2, 1);
            line.command();
            line.say("* 1 FETCH (UID 1 BODY[] {2000000000}");
        });
        assertListingFails(MailFailure.LITERAL_NOT_ASKED);
    }

    @Test
    void aBodyFarAboveItsSizeEndsTheConnection() throws Exception {
        serve(line -> {
            line.folders("INBOX");
            line.open(1, 2, 1);
            line.command();
            line.say("* 1 FETCH (UID 1 BODY[] {2000000000}");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertFails(MailFailure.LITERAL_TOO_LARGE, () -> sessions.fetch(reader, item(1, 1000)));
        }
    }

    @Test
    void theBodyOfAnotherMessageEndsTheConnection() throws Exception {
        serve(line -> {
            line.folders("INBOX");
            line.open(1, 9, 8);
            line.command();
            line.say("* 2 FETCH (BODY[] {3}\r\nabc UID 2 FLAGS () INTERNALDATE \"01-Jan-2020 00:00:00 +0000\")");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertFails(MailFailure.NOT_ASKED, () -> sessions.fetch(reader, item(1, 1000)));
        }
    }

    @Test
    void theSameBodyTwiceEndsTheConnection() throws Exception {
        String body = " FETCH (UID 1 FLAGS () INTERNALDATE NIL BODY[] {3}\r\nabc)";
        serve(line -> {
            line.folders("INBOX");
            line.open(1, 9, 8);
            line.command();
            line.say("* 1" + body);
            line.say("* 1" + body);
        });
        try (MailboxReader reader = sessions.reader(server)) {
            Failure failure = failure(() -> sessions.fetch(reader, item(1, 1000)));
            assertThat(failure.code()).isIn(MailFailure.NOT_ASKED.code(), MailFailure.LITERAL_NOT_ASKED.code());
        }
    }

    @Test
    void aByeInTheMiddleOfABodyIsALostConnection() throws Exception {
        serve(line -> {
            line.folders("INBOX");
            line.open(1, 9, 8);
            line.command();
            line.say("* 1 FETCH (UID 1 FLAGS () INTERNALDATE NIL BODY[] {1000}");
            line.say("* BYE I am out of here");
            line.close();
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertFails(MailFailure.CONNECTION_LOST, () -> sessions.fetch(reader, item(1, 1000)));
        }
    }

    @Test
    void uidsThatGoBackwardsEndTheConnection() throws Exception {
        String rest = " FLAGS () INTERNALDATE \"01-Jan-2020 00:00:00 +0000\" RFC822.SIZE 5)";
        serve(line -> {
            line.folders("INBOX");
            line.open(1, 9, 2);
            line.command();
            line.say("* 1 FETCH (UID 7" + rest);
            line.say("* 2 FETCH (UID 3" + rest);
        });
        assertListingFails(MailFailure.MALFORMED);
    }

    @Test
    void numbersWithoutEndEndTheConnection() throws Exception {
        serve(line -> {
            line.folders("INBOX");
            line.open(1, 9, 2);
            line.command();
            line.say("* 1 FETCH (UID 99999999999999999999999999999)");
        });
        assertListingFails(MailFailure.MALFORMED);
    }

    @Test
    void halfWordsEndTheConnection() throws Exception {
        serve(line -> {
            line.folders("INBOX");
            line.open(1, 9, 2);
            line.command();
            line.say("* 1 FETCH (UID 1 FLAGS (\\Seen");
        });
        assertListingFails(MailFailure.MALFORMED);
    }

    @Test
    void aByteNowAndThenIsNoAnswer() throws Exception {
        serve(line -> {
            line.command();
            for (char c : "* LIST () \"/\" INBOX and so on and on and on and on and on".toCharArray()) {
                line.raw(String.valueOf(c));
                Thread.sleep(150);
            }
        });
        try (MailboxReader reader = sessions.reader(server)) {
            long start = System.nanoTime();
            assertFails(MailFailure.CONNECTION_STALLED, reader::folders);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aServerThatOnlySaysItIsStillHereIsNotWaitedForForEver() throws Exception {
        serve(line -> {
            line.command();
            while (true) {
                line.say("* OK still here");
                Thread.sleep(100);
            }
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertFails(MailFailure.CONNECTION_STALLED, reader::folders);
        }
    }

    @Test
    void aFloodOfWhatNobodyAskedForIsNotReadForEver() throws Exception {
        serve(line -> {
            line.command();
            byte[] flood = "* OK wait a moment please, it goes on and on\r\n"
                    .repeat(2000)
                    .getBytes();
            while (true) {
                line.raw(flood);
            }
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertFails(MailFailure.NOT_ASKED, reader::folders);
        }
    }

    @Test
    void aServerThatStopsReadingIsNotWaitedForForEver() throws Exception {
        server = ScriptedServer.afterSignIn("LITERAL+ UIDPLUS", line -> {
            line.folders("INBOX");
            line.command();
            Thread.sleep(15_000);
        });
        Optional<Failure> ended = Optional.empty();
        try (var writer = sessions.writer(server)) {
            ended = Optional.of(failure(() -> {
                for (int i = 0; i < 100; i++) {
                    Sessions.append(writer, 1);
                }
            }));
        }
        assertThat(ended.orElseThrow().code()).isEqualTo(MailFailure.CONNECTION_STALLED.code());
    }

    @Test
    void anAnswerToNoCommandEndsTheConnection() throws Exception {
        serve(line -> {
            line.command();
            line.say("zz99 OK you did not ask");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertFails(MailFailure.NOT_ASKED, reader::folders);
        }
    }

    @Test
    void aReferralIsNotFollowed() throws Exception {
        serve(line -> {
            line.command();
            line.say("* BYE [REFERRAL imap://other.example.org/] moved");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertFails(MailFailure.REDIRECTED, reader::folders);
        }
    }

    @Test
    void oddNamesAreFoldersThatFailAlone() throws Exception {
        serve(line -> {
            line.answer(
                    "LIST",
                    "OK done",
                    "* LIST () \"/\" INBOX",
                    "* LIST () \"/\" \"../../etc/passwd\"",
                    "* LIST () \"/\" {3}\r\na\u0000b",
                    "* LIST () \"/\" \"&not-base64\"",
                    "* LIST () \"/\" \"R&D\"",
                    "* LIST () \"/\" \"back\\\\slash \\\"quoted\\\"\"");
            line.answer("LSUB", "OK done");
            line.answer("STATUS \"back\\\\slash", "NO [NONEXISTENT] gone");
            line.answer("STATUS", "OK done", "* STATUS \"&not-base64\" (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 5)");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            var paths = reader.folders().stream().map(Folder::path).toList();
            assertThat(paths).hasSize(6 + 3).doesNotHaveDuplicates();
            assertThat(paths)
                    .extracting(p -> p.name())
                    .contains("passwd", "back\\slash \"quoted\"", "R&D", "&not-base64");
            var slash = paths.stream()
                    .filter(p -> p.name().startsWith("back"))
                    .findFirst()
                    .orElseThrow();
            assertThat(failure(() -> reader.state(slash)).scope()).isEqualTo(Scope.FOLDER);
            var odd = paths.stream()
                    .filter(p -> p.name().contains("not"))
                    .findFirst()
                    .orElseThrow();
            assertThat(reader.state(odd).count()).isEqualTo(3);
        }
    }

    @Test
    void whatIsNotImapIsSaid() throws Exception {
        server = new ScriptedServer(line -> line.say("HTTP/1.1 400 Bad Request"));
        Failure failure = failure(() -> sessions.reader(server).close());
        assertThat(failure.code()).isEqualTo(MailFailure.NOT_IMAP.code());
        assertThat(failure.toString()).contains("HTTP/1.1 400");
    }

    @Test
    void aGreetingThatDoesNotComeIsNotWaitedForForEver() throws Exception {
        server = new ScriptedServer(line -> Thread.sleep(10_000));
        assertFails(
                MailFailure.CONNECTION_STALLED,
                () -> sessions.reader(settings(server.port()).within(Duration.ofMillis(500), Duration.ofMinutes(2)))
                        .close());
    }

    @Test
    void aFolderThatCannotBeOpenedFailsAloneAndNothingIsReadForIt() throws Exception {
        String items = " FLAGS () INTERNALDATE \"01-Jan-2020 00:00:00 +0000\" RFC822.SIZE 5)";
        serve(line -> {
            line.folders("INBOX", "Other");
            line.answer("STATUS", "NO no");
            line.answer("EXAMINE", "NO [NOPERM] not yours");
            // the folder that was open before stays open, against the standard
            line.answer("UID FETCH", "OK done", "* 1 FETCH (UID 1" + items);
            line.open(1, 3, 1);
            line.answer("UID FETCH", "OK done", "* 1 FETCH (UID 2" + items);
        });
        try (MailboxReader reader = sessions.reader(server)) {
            Collected collected = list(reader, INBOX, FolderPath.of("Other"));
            assertThat(collected.failed).containsOnlyKeys(INBOX);
            assertThat(collected.failed.get(INBOX).code()).isEqualTo(MailFailure.FOLDER_NO_PERMISSION.code());
            assertThat(collected.items).doesNotContainKey(INBOX).hasSize(1);
        }
    }
}
