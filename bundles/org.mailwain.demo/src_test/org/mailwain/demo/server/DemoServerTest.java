package org.mailwain.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoServerTest {
    private static final OffsetDateTime DATE = OffsetDateTime.parse("2021-03-04T05:06:07+05:45");

    private DemoServer server;
    private DemoAccount anna;
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        start(new ServerOptions());
    }

    private void start(ServerOptions options) throws IOException {
        stop();
        server = DemoServer.start(options.encryption(Encryption.NONE));
        anna = server.add("anna", "secret");
        wire = Wire.signedIn(server, "anna");
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            wire.close();
            server.close();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void seed(String folder, String... messages) {
        for (String message : messages) {
            anna.folder(folder).append(NewMessage.of(bytes(message), DATE, "\\Seen", "$Label1"));
        }
    }

    @Test
    void servesTheBytesFlagsAndDateThatWereStored() throws IOException {
        seed("INBOX", "A: b\r\n\r\n\u00e9\u0001\n");
        wire.ask("EXAMINE INBOX");
        assertThat(wire.ask("UID FETCH 1:* (FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])"))
                .containsExactly(
                        "* 1 FETCH (UID 1 FLAGS ($Label1 \\Seen) INTERNALDATE \" 4-Mar-2021 05:06:07 +0545\""
                                + " RFC822.SIZE 11 BODY[] {11}",
                        "A: b",
                        "",
                        "\u00e9\u0001",
                        ")",
                        "a OK done");
    }

    @Test
    void answersPipelinedCommandsInOrder() throws IOException {
        seed("INBOX", "one", "two");
        StringBuilder commands = new StringBuilder("s EXAMINE INBOX\r\n");
        for (int i = 0; i < 200; i++) {
            commands.append("t")
                    .append(i)
                    .append(" UID FETCH ")
                    .append(i % 2 + 1)
                    .append(" BODY.PEEK[]\r\n");
        }
        wire.send(commands.toString());
        wire.answer("s");
        for (int i = 0; i < 200; i++) {
            assertThat(wire.answer("t" + i)).contains((i % 2 == 0 ? "one" : "two") + ")");
        }
    }

    @Test
    void servesPartsOfAMessage() throws IOException {
        seed("INBOX", "From: a@b\r\nSubject: long\r\n one\r\nX: y\r\n\r\nbody");
        wire.ask("EXAMINE INBOX");
        assertThat(wire.ask("FETCH 1 BODY.PEEK[HEADER.FIELDS (subject \"from\")]"))
                .containsSubsequence("From: a@b", "Subject: long", " one", "", ")")
                .doesNotContain("X: y");
        assertThat(wire.ask("FETCH 1 BODY.PEEK[HEADER.FIELDS.NOT (subject from)]"))
                .startsWith("* 1 FETCH (BODY[HEADER.FIELDS.NOT (\"subject\" \"from\")] {8}", "X: y", "", ")");
        assertThat(wire.ask("FETCH 1 BODY.PEEK[]<6.3>")).startsWith("* 1 FETCH (BODY[]<6> {3}", "a@b)");
        assertThat(wire.ask("FETCH 1 BODY.PEEK[]<9999.3>")).startsWith("* 1 FETCH (BODY[]<9999> {0}");
        assertThat(wire.ask("FETCH 1 BODY.PEEK[TEXT]")).startsWith("* 1 FETCH (BODY[TEXT] {4}", "body)");
        assertThat(wire.last("FETCH 1 BODYSTRUCTURE")).startsWith("a BAD");
    }

    @Test
    void marksAsSeenOnlyWhereAFolderIsOpenForWritingAndNothingPeeks() throws IOException {
        anna.folder("INBOX").append(NewMessage.of(bytes("x"), DATE));
        wire.ask("EXAMINE INBOX");
        wire.ask("FETCH 1 BODY[]");
        wire.ask("SELECT INBOX");
        wire.ask("FETCH 1 BODY.PEEK[]");
        assertThat(anna.folder("INBOX").messages().getFirst().flags()).isEmpty();
        assertThat(wire.ask("FETCH 1 BODY[]")).contains("x FLAGS (\\Seen))");
        assertThat(anna.folder("INBOX").messages().getFirst().flags()).containsExactly("\\Seen");
    }

    @Test
    void removesByUidExpungeOnlyWhatIsNamed() throws IOException {
        seed("INBOX", "1", "2", "3");
        wire.ask("SELECT INBOX");
        assertThat(wire.ask("UID STORE 1:3 +FLAGS.SILENT (\\Deleted)")).hasSize(1);
        assertThat(wire.ask("UID EXPUNGE 2,9")).containsExactly("* 2 EXPUNGE", "a OK done");
        assertThat(anna.folder("INBOX").messages()).extracting(DemoMessage::uid).containsExactly(1L, 3L);
        wire.ask("EXAMINE INBOX");
        assertThat(wire.last("EXPUNGE")).startsWith("a NO [READ-ONLY]");
        assertThat(wire.last("STORE 1 FLAGS ()")).startsWith("a NO [READ-ONLY]");
    }

    @Test
    void tellsWhatOthersHaveDone() throws IOException {
        seed("INBOX", "1", "2");
        wire.ask("SELECT INBOX");
        DemoFolder inbox = anna.folder("INBOX");
        inbox.remove(List.of(1L));
        inbox.append(NewMessage.of(bytes("3"), DATE));
        inbox.flags(2, flags -> {
            flags.add("\\Answered");
            return flags;
        });
        assertThat(wire.ask("FETCH 1:2 UID")).containsExactly("* 2 FETCH (UID 2)", "a OK done");
        assertThat(wire.ask("NOOP"))
                .containsExactly(
                        "* 1 EXPUNGE",
                        "* 1 FETCH (UID 2 FLAGS ($Label1 \\Answered \\Seen))",
                        "* 2 EXISTS",
                        "* 0 RECENT",
                        "a OK done");
    }

    @Test
    void findsChangesByTheirNumber() throws IOException {
        seed("INBOX", "1", "2", "3");
        List<String> opened = wire.ask("SELECT INBOX (CONDSTORE)");
        long highest = anna.folder("INBOX").highestModSeq();
        assertThat(opened).contains("* OK [HIGHESTMODSEQ " + highest + "] highest");
        wire.ask("UID STORE 2 +FLAGS (\\Flagged)");
        assertThat(wire.ask("UID FETCH 1:* (FLAGS) (CHANGEDSINCE " + highest + ")"))
                .containsExactly(
                        "* 2 FETCH (UID 2 FLAGS ($Label1 \\Flagged \\Seen) MODSEQ (" + (highest + 1) + "))",
                        "a OK done");
        assertThat(wire.last("UID STORE 2 (UNCHANGEDSINCE " + highest + ") FLAGS ()"))
                .isEqualTo("a OK [MODIFIED 2] others were changed");
    }

    @Test
    void searches() throws IOException {
        seed("INBOX", "Subject: one\r\n\r\nx", "Subject: two\r\nMessage-ID: <a@b>\r\n\r\n");
        anna.folder("INBOX").append(NewMessage.of(bytes("Subject: three\r\n\r\n"), DATE.plusYears(1)));
        wire.ask("SELECT INBOX");
        assertThat(wire.ask("UID SEARCH ALL")).startsWith("* SEARCH 1 2 3");
        assertThat(wire.ask("SEARCH UNSEEN SINCE 1-Jan-2022")).startsWith("* SEARCH 3");
        assertThat(wire.ask("SEARCH OR SUBJECT One HEADER \"message-id\" {5+}\r\n<a@b>"))
                .startsWith("* SEARCH 1 2");
        assertThat(wire.ask("SEARCH NOT (KEYWORD $label1 LARGER 18)")).startsWith("* SEARCH 1 3");
        assertThat(wire.ask("SEARCH UID 2:* SMALLER 20")).startsWith("* SEARCH 3");
        assertThat(wire.last("SEARCH SENTSINCE 1-Jan-2022")).startsWith("a BAD");
    }

    @Test
    void copiesAndMoves() throws IOException {
        seed("INBOX", "1", "2", "3");
        DemoFolder other = anna.folder("Other");
        wire.ask("SELECT INBOX");
        assertThat(wire.last("COPY 1,3 Other")).isEqualTo("a OK [COPYUID " + other.uidValidity() + " 1,3 1:2] copied");
        assertThat(wire.ask("UID MOVE 3 Other")).contains("* 3 EXPUNGE");
        assertThat(other.count()).isEqualTo(3);
        assertThat(anna.folder("INBOX").count()).isEqualTo(2);
    }

    @Test
    void renumbersAFolder() {
        seed("INBOX", "1", "2");
        DemoFolder inbox = anna.folder("INBOX");
        inbox.remove(List.of(1L));
        long before = inbox.uidValidity();
        inbox.renumber();
        assertThat(inbox.uidValidity()).isGreaterThan(before);
        assertThat(inbox.messages()).extracting(DemoMessage::uid).containsExactly(1L);
    }

    @Test
    void survivesWhatIsNoCommand() throws IOException {
        List<String> answers = new ArrayList<>();
        for (String line : List.of(
                "",
                "x",
                "x y z",
                "* NOOP",
                "a LOGIN b c",
                "a FETCH 1 UID",
                "a SELECT \"a\rb\"",
                "a UID",
                "a LIST (X) \"\" *",
                "a STATUS INBOX (MESSAGES",
                "a SELECT {99999999999}",
                "a SELECT a&b",
                "a SELECT \u00e4",
                "\0\0")) {
            wire.send(line + "\r\n");
            answers.add(wire.line());
        }
        assertThat(answers).allMatch(answer -> answer.matches("\\S+ (BAD|NO) .*"));
        assertThat(wire.last("NOOP")).isEqualTo("a OK done");
    }

    @Test
    void endsAtALineWithoutEnd() throws IOException {
        wire.send("a LOGIN \"");
        String piece = "x".repeat(1024);
        for (int i = 0; i < 64; i++) {
            wire.send(piece);
        }
        assertThat(wire.line()).startsWith("* BYE");
    }
}
