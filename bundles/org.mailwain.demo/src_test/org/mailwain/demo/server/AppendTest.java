package org.mailwain.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppendTest {
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

    @Test
    void keepsAnAppendedMessageAndSaysItsUid() throws IOException {
        anna.folder("Gel\u00f6scht");
        wire.send("a APPEND Gel&APY-scht (\\Flagged Work) \"01-Jan-2020 00:00:00 -0330\" {3}\r\n");
        assertThat(wire.line()).startsWith("+");
        wire.send("x\r\n\r\n");
        DemoFolder folder = anna.folder("Gel\u00f6scht");
        assertThat(wire.answer("a").getLast()).isEqualTo("a OK [APPENDUID " + folder.uidValidity() + " 1] stored");
        DemoMessage stored = folder.messages().getFirst();
        assertThat(stored.bytes()).isEqualTo(bytes("x\r\n"));
        assertThat(stored.flags()).containsExactly("\\Flagged", "Work");
        assertThat(stored.received()).isEqualTo(OffsetDateTime.parse("2020-01-01T00:00:00-03:30"));
        assertThat(stored.received().getOffset().getId()).isEqualTo("-03:30");
    }

    @Test
    void storesAllOfManyMessagesOrNone() throws IOException {
        wire.send("a APPEND INBOX {1+}\r\nx (\\Seen) {1+}\r\ny {1+}\r\nz\r\n");
        assertThat(wire.answer("a").getLast()).contains(" 1:3]");
        server.faults().refuse(message -> message.bytes()[0] == 'q', "[LIMIT] no q");
        wire.send("a APPEND INBOX {1+}\r\nx {1+}\r\nq\r\n");
        assertThat(wire.answer("a").getLast()).isEqualTo("a NO [LIMIT] no q");
        assertThat(anna.folder("INBOX").count()).isEqualTo(3);
    }

    @Test
    void takesOnlyOneMessageWithoutMultiappend() throws IOException {
        start(new ServerOptions().without(Ability.MULTIAPPEND, Ability.UIDPLUS));
        wire.send("a APPEND INBOX {1+}\r\nx {1+}\r\ny\r\n");
        assertThat(wire.answer("a").getLast()).startsWith("a BAD");
        wire.send("a APPEND INBOX {1+}\r\nx\r\n");
        assertThat(wire.answer("a").getLast()).isEqualTo("a OK stored");
        assertThat(anna.folder("INBOX").count()).isEqualTo(1);
    }

    @Test
    void endsTheConnectionAtALiteralThatItDidNotOffer() throws IOException {
        start(new ServerOptions().without(Ability.LITERAL_PLUS));
        wire.send("a APPEND INBOX {1+}\r\n");
        assertThat(wire.line()).startsWith("* BYE");
        assertThat(wire.isAtEnd()).isTrue();
    }

    @Test
    void offersSmallLiteralsAlone() throws IOException {
        start(new ServerOptions().without(Ability.LITERAL_PLUS).with(Ability.LITERAL_MINUS));
        wire.send("a APPEND INBOX {4096+}\r\n" + "x".repeat(4096) + "\r\n");
        assertThat(wire.answer("a").getLast()).startsWith("a OK");
        wire.send("a APPEND INBOX {4097+}\r\n");
        assertThat(wire.line()).startsWith("* BYE");
    }

    @Test
    void refusesATooLargeMessageBeforeItIsSent() throws IOException {
        start(new ServerOptions().maxMessage(10));
        wire.send("a APPEND INBOX {11}\r\n");
        assertThat(wire.line()).startsWith("a NO [TOOBIG]");
        wire.send("b APPEND INBOX {11+}\r\n12345678901 {5+}\r\nhello\r\n");
        assertThat(wire.line()).startsWith("b NO [TOOBIG]");
        assertThat(wire.last("NOOP")).isEqualTo("a OK done");
    }

    @Test
    void refusesWhatDoesNotFitIntoTheAccount() throws IOException {
        start(new ServerOptions().maxAccount(5));
        wire.send("a APPEND INBOX {5+}\r\n12345\r\n");
        assertThat(wire.answer("a").getLast()).startsWith("a OK");
        wire.send("a APPEND INBOX {1+}\r\n1\r\n");
        assertThat(wire.answer("a").getLast()).startsWith("a NO [OVERQUOTA]");
        anna.folder("INBOX").remove(List.of(1L));
        wire.send("a APPEND INBOX {1+}\r\n1\r\n");
        assertThat(wire.answer("a").getLast()).startsWith("a OK");
    }

    @Test
    void refusesNulAndAnEmptyMessageAndAWrongDate() throws IOException {
        wire.send("a APPEND INBOX {3+}\r\nx\0y\r\n");
        assertThat(wire.answer("a").getLast()).startsWith("a NO");
        wire.send("a APPEND INBOX {0+}\r\n\r\n");
        assertThat(wire.answer("a").getLast()).startsWith("a NO");
        wire.send("a APPEND INBOX \"31-Feb-2020 00:00:00 +0000\" {1+}\r\nx\r\n");
        assertThat(wire.answer("a").getLast()).startsWith("a BAD");
        wire.send("a APPEND Nowhere {1+}\r\nx\r\n");
        assertThat(wire.answer("a").getLast()).startsWith("a NO [TRYCREATE]");
        assertThat(anna.folder("INBOX").count()).isZero();
    }
}
