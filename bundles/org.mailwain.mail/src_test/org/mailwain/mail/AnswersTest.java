package org.mailwain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.mail.support.Sessions.INBOX;
import static org.mailwain.mail.support.Sessions.append;
import static org.mailwain.mail.support.Sessions.failure;
import static org.mailwain.mail.support.Sessions.item;
import static org.mailwain.mail.support.Sessions.list;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.mail.support.ScriptedServer;
import org.mailwain.mail.support.Sessions;

/** The many ways in which servers may answer, and what becomes of each. */
@Timeout(20)
class AnswersTest {
    private static final String DATE = " INTERNALDATE \"01-Jan-2020 02:03:04 +0200\"";

    private final Sessions sessions = new Sessions();
    private ScriptedServer server;

    @AfterEach
    void close() throws Exception {
        server.close();
        assertThat(sessions.bodies.open()).as("bodies left open").isZero();
    }

    private List<String> fetched(String end, String... answers) throws Exception {
        server = ScriptedServer.afterSignIn("", line -> {
            line.folders("INBOX");
            line.open(1, 99, 98);
            line.answer("UID FETCH", end, answers);
            line.answer("UID FETCH 2 ", "OK", "* 2 FETCH (UID 2 FLAGS () BODY[] {3}\r\ntwo" + DATE + ")");
            line.answer("UID FETCH 3 ", "NO [SERVERBUG] broken");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            return sessions.fetch(reader, item(1, 100), item(2, 100), item(3, 100));
        }
    }

    @Test
    void stringsComeInAnyFormAndItemsInAnyOrder() throws Exception {
        assertThat(fetched(
                        "OK done",
                        "* 1 FETCH (BODY[] {5}\r\n1\r\n()" + DATE + " FLAGS (\\Seen \\Recent x) UID 1)",
                        "* 2 FETCH (UID 2" + DATE + " BODY[] \"two \\\"quoted\\\"\" FLAGS ())",
                        "* 3 FETCH (FLAGS ($a) UID 3 INTERNALDATE NIL BODY[] ~{2}\r\nab MODSEQ (12))"))
                .containsExactly(
                        "1 [\\Seen x] 2020-01-01T00:03:04Z 1\r\n()",
                        "2 [] 2020-01-01T00:03:04Z two \"quoted\"",
                        "3 [$a] null ab");
    }

    @Test
    void oneMessageMayBeToldInPieces() throws Exception {
        assertThat(fetched(
                        "OK done",
                        "* 7 FETCH (FLAGS (\\Deleted))",
                        "* 1 FETCH (UID 1 BODY[] {1}\r\na)",
                        "* 9 EXISTS",
                        "* 2 FETCH (UID 2 BODY[] {1}\r\nb" + DATE + ")",
                        "* 1 FETCH (UID 1 FLAGS (\\Seen)" + DATE + ")",
                        "* 99 EXPUNGE"))
                .containsExactly("1 [\\Seen] 2020-01-01T00:03:04Z a", "2 [] 2020-01-01T00:03:04Z b", "3 vanished");
    }

    @Test
    void datesThatAreNoneAreUnknown() throws Exception {
        assertThat(fetched(
                        "OK done",
                        "* 1 FETCH (UID 1 FLAGS () INTERNALDATE \"99-Xyz-2020 00:00:00 +0000\" BODY[] \"a\")",
                        "* 2 FETCH (UID 2 FLAGS () INTERNALDATE \"\" BODY[] \"b\")",
                        "* 3 FETCH (UID 3 FLAGS () INTERNALDATE \" 5-Mar-2001 23:59:60 -0500\" BODY[] \"c\")"))
                .containsExactly("1 [] null a", "2 [] null b", "3 [] 2001-03-06T04:59:59Z c");
    }

    @Test
    void aMessageWithoutABodyIsUnreadable() throws Exception {
        assertThat(fetched("OK done", "* 1 FETCH (UID 1 FLAGS ()" + DATE + " BODY[] NIL)"))
                .contains("1 mail.message.unreadable MESSAGE");
    }

    @Test
    void aBrokenMessageDoesNotTakeTheOthersWithIt() throws Exception {
        assertThat(fetched("NO [SERVERBUG] broken", "* 1 FETCH (UID 1 FLAGS ()" + DATE + " BODY[] \"a\")"))
                .containsExactly(
                        "1 [] 2020-01-01T00:03:04Z a",
                        "2 [] 2020-01-01T00:03:04Z two",
                        "3 mail.message.unreadable MESSAGE");
    }

    @Test
    void aUidThatNamesAnotherMessageByNowIsNotTaken() throws Exception {
        server = ScriptedServer.afterSignIn("", line -> {
            line.folders("INBOX");
            line.open(1, 99, 98);
            line.answer("UID FETCH", "OK", "* 1 FETCH (UID 1 FLAGS ()" + DATE + " BODY[] \"a\")");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            ListedItem listed = new ListedItem(item(1, 1).id(), 1, Instant.EPOCH, Flags.NONE);
            assertThat(sessions.fetch(reader, listed)).containsExactly("1 mail.folder.renewed FOLDER");
        }
    }

    @Test
    void aListingToleratesSizesAndDatesThatAreNone() throws Exception {
        server = ScriptedServer.afterSignIn("", line -> {
            line.folders("INBOX");
            line.open(1, 99, 3);
            line.answer(
                    "UID FETCH 1:*",
                    "OK",
                    "* 1 FETCH (UID 4 FLAGS () INTERNALDATE NIL RFC822.SIZE -1)",
                    "* 2 FETCH (FLAGS (\\Seen))",
                    "* 2 FETCH (UID 5 FLAGS (a)" + DATE + " RFC822.SIZE 5000000000 X-ODD (1 (2 \"3\")))",
                    "* 2 FETCH (UID 5 FLAGS (a b))");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            List<ListedItem> items = list(reader, INBOX).items(INBOX);
            assertThat(items).extracting(ListedItem::size).containsExactly(-1L, 5_000_000_000L);
            assertThat(items.getFirst().received()).isNull();
        }
    }

    private List<Outcome> appended(String capabilities, int count, String... ends) throws Exception {
        server = ScriptedServer.afterSignIn(capabilities + " LITERAL+", line -> {
            line.folders("INBOX");
            line.open(7, 10, 0);
            for (String end : ends) {
                int left = capabilities.contains("MULTIAPPEND") ? count : 1;
                String command = line.command();
                for (int i = 0; i < left; i++) {
                    String size = command.substring(command.lastIndexOf('{') + 1, command.lastIndexOf('+'));
                    line.bytes(Integer.parseInt(size));
                    command = line.readLine();
                }
                line.say(line.tag() + " " + end);
            }
            while (true) {
                line.answer("", "OK");
            }
        });
        try (MailboxWriter writer = sessions.writer(server)) {
            return append(writer, count);
        }
    }

    private static List<Long> positions(List<Outcome> outcomes) {
        return outcomes.stream().map(o -> ((Outcome.Stored) o).position()).toList();
    }

    @Test
    void manyAtOnceGetTheirIdsInOrder() throws Exception {
        assertThat(positions(appended("MULTIAPPEND UIDPLUS", 4, "OK [APPENDUID 7 10:11,15,13] done")))
                .containsExactly(10L, 11L, 15L, 13L);
    }

    @Test
    void aMissingOrWrongCountOfIdsIsUnknown() throws Exception {
        for (String end : List.of(
                "OK done",
                "OK [APPENDUID 7 10:12] done",
                "OK [APPENDUID 7 10] done",
                "OK [APPENDUID 7 4294967290:4294967295,1:4294967295] done",
                "OK [APPENDUID 7 *] done",
                "OK [APPENDUID 7] done")) {
            assertThat(appended("MULTIAPPEND UIDPLUS", 2, end))
                    .as(end)
                    .hasSize(2)
                    .allMatch(Outcome.Unknown.class::isInstance);
            server.close();
        }
    }

    @Test
    void anotherUidvalidityIsUnknown() throws Exception {
        assertThat(appended("UIDPLUS", 1, "OK [APPENDUID 8 10] done"))
                .allSatisfy(o -> assertThat(((Outcome.Unknown) o).failure().code())
                        .isEqualTo(MailFailure.FOLDER_RENEWED.code()));
    }

    @Test
    void oneIdForTwoIsSaidForBoth() throws Exception {
        assertThat(positions(appended("MULTIAPPEND UIDPLUS", 2, "OK [APPENDUID 7 10,10] done")))
                .containsExactly(10L, 10L);
    }

    @Test
    void withoutIdsAMessageIsStoredAllTheSame() throws Exception {
        assertThat(appended("", 2, "OK done", "OK done")).containsOnly(new Outcome.Stored(null, -1, -1));
    }

    @Test
    void aMissingRightIsTheFoldersAndNotTheMessages() throws Exception {
        for (String answer : List.of("NO Permission denied", "NO [NOPERM] not yours")) {
            assertThat(appended("UIDPLUS", 1, answer))
                    .allSatisfy(o -> assertThat(((Outcome.Refused) o).failure().code())
                            .isEqualTo(MailFailure.FOLDER_NO_PERMISSION.code()));
        }
    }

    @Test
    void aRefusedBatchIsRefusedWhole() throws Exception {
        assertThat(appended("MULTIAPPEND UIDPLUS", 3, "NO invalid header"))
                .hasSize(3)
                .allSatisfy(
                        o -> assertThat(((Outcome.Refused) o).failure().scope()).isEqualTo(Scope.MESSAGE));
    }

    @Test
    void theServersLimitsAreUnderstood() throws Exception {
        assertRefusal("NO [OVERQUOTA] full", MailFailure.OVER_QUOTA);
        assertRefusal("NO Quota exceeded (mailbox for user is full)", MailFailure.OVER_QUOTA);
        assertRefusal("NO [THROTTLED] slow", MailFailure.THROTTLED);
        assertRefusal("NO [LIMIT] enough", MailFailure.LIMIT);
        assertRefusal("NO [INUSE] locked", MailFailure.IN_USE);
        assertRefusal("NO [TOOBIG] no", MailFailure.MESSAGE_TOO_LARGE);
        assertRefusal("NO [TRYCREATE] no such folder", MailFailure.FOLDER_MISSING);
        assertRefusal("NO [UNAVAILABLE] later", MailFailure.UNAVAILABLE);
        assertRefusal("BAD Command Argument Error. 11", MailFailure.MESSAGE_ARGUMENT);
        assertThat(sessions.holds).isEmpty();
    }

    private void assertRefusal(String end, MailFailure code) throws Exception {
        assertThat(appended("UIDPLUS", 1, end))
                .allSatisfy(
                        o -> assertThat(((Outcome.Refused) o).failure().code()).isEqualTo(code.code()));
        server.close();
    }

    @Test
    void aHintWhenToComeBackIsObeyedToTheMillisecond() throws Exception {
        List<Outcome> outcomes =
                appended("UIDPLUS", 1, "BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds");
        Instant moment = Sessions.NOW.plusMillis(299_961);
        assertThat(((Outcome.Refused) outcomes.getFirst()).failure().earliestRetry())
                .contains(moment);
        assertThat(sessions.holds).containsExactly(moment);
    }

    @Test
    void aByeForTooManyConnectionsIsTheEndpoints() throws Exception {
        server = new ScriptedServer(line -> line.say("* BYE Too many simultaneous connections"));
        Failure failure = failure(() -> sessions.reader(server));
        assertThat(failure.code()).isEqualTo(MailFailure.LIMIT.code());
        assertThat(failure.scope()).isEqualTo(Scope.ENDPOINT);
    }

    @Test
    void flagsAreCutToThoseThatLastAndDatesAreWrittenInUtc() throws Exception {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        try {
            server = ScriptedServer.afterSignIn("LITERAL+", line -> {
                line.folders("INBOX");
                line.command();
                line.say("* STATUS INBOX (MESSAGES 0 UIDNEXT 1 UIDVALIDITY 1)");
                line.say(line.tag() + " OK");
                line.command();
                line.say("* OK [PERMANENTFLAGS (\\Seen \\Flagged known)] these");
                line.say("* OK [UIDVALIDITY 1] v");
                line.say(line.tag() + " OK [READ-WRITE] open");
                line.command();
                line.bytes(1);
                line.readLine();
                line.say(line.tag() + " OK");
            });
            Flags flags = Flags.parse(List.of("\\Seen", "\\Draft", "known", "unknown", "(odd"));
            try (MailboxWriter writer = sessions.writer(server)) {
                writer.state(INBOX);
                AppendBatch batch = new AppendBatch(INBOX, 1, List.of(Sessions.message(1, flags, "x")));
                writer.append(
                        Feed.of(List.of(batch)),
                        (b, outcomes) -> assertThat(outcomes).hasSize(1));
            }
            assertThat(server.heard()).contains("APPEND INBOX (\\Seen known) \"03-Feb-2020 04:05:06 +0000\" {1+}");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void whatIsOverTheLimitIsNotSent() throws Exception {
        server = ScriptedServer.afterSignIn("LITERAL+ APPENDLIMIT=10", line -> {
            line.folders("INBOX");
            line.open(1, 1, 0);
        });
        try (MailboxWriter writer = sessions.writer(server)) {
            assertThat(append(writer, 1))
                    .allSatisfy(o -> assertThat(((Outcome.Refused) o).failure().code())
                            .isEqualTo(MailFailure.MESSAGE_TOO_LARGE.code()));
            assertThat(writer.traits().itemLimit()).isEqualTo(10);
        }
        assertThat(server.heard()).noneMatch(command -> command.startsWith("APPEND"));
    }

    @Test
    void anInvitationIsWaitedForAndANoInItsPlaceIsUnderstood() throws Exception {
        server = ScriptedServer.afterSignIn("UIDPLUS", line -> {
            line.folders("INBOX");
            line.open(1, 1, 0);
            line.command();
            line.say("+ go on");
            line.bytes(14);
            line.readLine();
            line.say(line.tag() + " OK [APPENDUID 1 1] done");
            line.command();
            line.say(line.tag() + " NO [OVERQUOTA] no more");
            while (true) {
                line.answer("", "OK");
            }
        });
        try (MailboxWriter writer = sessions.writer(server)) {
            List<Outcome> outcomes = append(writer, 2);
            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Stored.class);
            assertThat(((Outcome.Refused) outcomes.get(1)).failure().code()).isEqualTo(MailFailure.OVER_QUOTA.code());
        }
        assertThat(server.heard()).filteredOn(c -> c.startsWith("APPEND")).hasSize(2);
    }

    @Test
    void whatWasNotAnsweredIsUnknownAndWhatWasIsNot() throws Exception {
        server = ScriptedServer.afterSignIn("UIDPLUS LITERAL+", line -> {
            line.folders("INBOX");
            line.open(7, 10, 0);
            line.command();
            line.bytes(14);
            line.readLine();
            line.say(line.tag() + " OK [APPENDUID 7 10] done");
            line.command();
            line.close();
        });
        try (MailboxWriter writer = sessions.writer(server)) {
            List<Outcome> outcomes = new ArrayList<>();
            AppendBatch batch = new AppendBatch(
                    INBOX,
                    1,
                    List.of(
                            Sessions.message(1, Flags.NONE, "Subject: 1\r\n\r\n"),
                            Sessions.message(2, Flags.NONE, "Subject: 2\r\n\r\n")));
            Failure failure =
                    failure(() -> writer.append(Feed.of(List.of(batch)), (b, answers) -> outcomes.addAll(answers)));
            assertThat(failure.code()).isEqualTo(MailFailure.CONNECTION_LOST.code());
            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Stored.class);
            assertThat(outcomes.get(1)).isInstanceOf(Outcome.Unknown.class);
        }
    }

    @Test
    void aFolderThatCannotBeNamedLeavesNoAnswerBehind() throws Exception {
        server = ScriptedServer.afterSignIn("", line -> {
            line.folders("INBOX");
            line.answer("STATUS", "OK", "* STATUS INBOX (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 3)");
            line.answer("STATUS", "OK", "* STATUS INBOX (MESSAGES 5 UIDNEXT 6 UIDVALIDITY 3)");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            Failure failure = failure(() -> reader.states(List.of(INBOX, FolderPath.of("a/b"))));
            assertThat(failure.code()).isEqualTo(MailFailure.FOLDER_NAME.code());
            assertThat(reader.state(INBOX).count()).isEqualTo(5);
        }
    }

    @Test
    void theWaitForASlowServerIsAsLongAsItShowsLife() throws Exception {
        server = ScriptedServer.afterSignIn("", line -> {
            line.command();
            for (int i = 0; i < 3; i++) {
                Thread.sleep(Sessions.SILENCE.minus(Duration.ofMillis(200)));
                line.say("* OK still here");
            }
            line.say("* LIST () \"/\" INBOX");
            line.say(line.tag() + " OK");
            line.answer("LSUB", "OK");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertThat(reader.folders()).hasSize(1);
        }
    }
}
