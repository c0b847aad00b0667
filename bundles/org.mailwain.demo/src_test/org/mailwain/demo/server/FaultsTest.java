package org.mailwain.demo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultsTest {
    private DemoServer server;
    private DemoFolder inbox;
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        server = DemoServer.start(new ServerOptions().encryption(Encryption.NONE));
        inbox = server.add("anna", "secret").folder("INBOX");
        wire = Wire.signedIn(server, "anna");
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.close();
    }

    private void append() throws IOException {
        wire.send("a APPEND INBOX {1+}\r\nx\r\n");
    }

    @Test
    void dropsBeforeACommandIsCarriedOut() throws IOException {
        server.faults().dropBefore("APPEND", 2);
        append();
        assertThat(wire.line()).startsWith("a OK");
        append();
        assertThat(wire.isAtEnd()).isTrue();
        assertThat(inbox.count()).isEqualTo(1);
    }

    @Test
    void dropsAfterACommandWasCarriedOut() throws IOException {
        server.faults().dropAfter("APPEND", 1);
        append();
        assertThat(wire.isAtEnd()).isTrue();
        assertThat(inbox.count()).isEqualTo(1);
        wire = Wire.signedIn(server, "anna");
        append();
        assertThat(wire.line()).startsWith("a OK");
    }

    @Test
    void carriesOutLateWhatItDropped() throws Exception {
        server.faults().dropAndCarryOut("APPEND", 1, Duration.ofMillis(300));
        append();
        assertThat(wire.isAtEnd()).isTrue();
        assertThat(inbox.count()).isZero();
        for (int i = 0; i < 100 && inbox.count() == 0; i++) {
            Thread.sleep(50);
        }
        assertThat(inbox.count()).isEqualTo(1);
    }

    @Test
    void answersAsItIsTold() throws IOException {
        server.faults().answer("APPEND", 1, 2, "NO [UNAVAILABLE] later");
        append();
        append();
        append();
        assertThat(wire.line()).isEqualTo("a NO [UNAVAILABLE] later");
        assertThat(wire.line()).isEqualTo("a NO [UNAVAILABLE] later");
        assertThat(wire.line()).startsWith("a OK");
        server.faults().answer("NOOP", 1, 1, "BYE overloaded");
        wire.send("a NOOP\r\n");
        assertThat(wire.line()).isEqualTo("* BYE overloaded");
        assertThat(wire.isAtEnd()).isTrue();
    }

    @Test
    void dropsToTheByte() throws IOException {
        inbox.append(NewMessage.of(new byte[1000], OffsetDateTime.now()));
        wire.ask("EXAMINE INBOX");
        server.faults().dropAfterWriting(50);
        wire.send("a FETCH 1 BODY.PEEK[]\r\n");
        assertThat(wire.line()).isEqualTo("* 1 FETCH (BODY[] {1000}");
        assertThatThrownBy(() -> wire.line()).hasMessage("\0".repeat(50 - "* 1 FETCH (BODY[] {1000}\r\n".length()));
        wire = Wire.signedIn(server, "anna");
        server.faults().dropAfterReading(30);
        wire.send("a APPEND INBOX {5+}\r\n1234");
        wire.send("5\r\nb NOOP\r\n");
        assertThat(wire.line()).startsWith("a OK");
        assertThat(wire.isAtEnd()).isTrue();
    }

    @Test
    void hangsUntilTheServerEnds() throws IOException {
        server.faults().hang("NOOP", 1);
        wire.send("a NOOP\r\n");
        try (Wire other = Wire.signedIn(server, "anna")) {
            assertThat(other.last("NOOP")).isEqualTo("a OK done");
        }
        server.close();
        assertThat(wire.isAtEnd()).isTrue();
        assertThatThrownBy(() -> Wire.plain(server)).isInstanceOf(SocketException.class);
    }

    @Test
    void waitsBeforeEachCommand() throws IOException {
        server.faults().delay(Duration.ofMillis(120));
        long start = System.nanoTime();
        wire.ask("NOOP");
        wire.ask("NOOP");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(240));
        server.faults().clear();
        assertThat(wire.last("NOOP")).isEqualTo("a OK done");
    }

    @Test
    void mergesAndRewritesWhereItShould() throws IOException {
        stop();
        server = DemoServer.start(
                new ServerOptions().encryption(Encryption.NONE).merges().rewrites(bytes -> new byte[] {'y'}));
        inbox = server.add("anna", "secret").folder("INBOX");
        wire = Wire.signedIn(server, "anna");
        append();
        append();
        assertThat(wire.line()).contains(" 1]");
        assertThat(wire.line()).contains(" 1]");
        assertThat(inbox.messages())
                .singleElement()
                .extracting(DemoMessage::bytes)
                .isEqualTo(new byte[] {'y'});
    }

    @Test
    void notesTheCommandsOfItsClients() throws IOException {
        server.forget();
        wire.ask("EXAMINE INBOX");
        wire.ask("uid fetch 1:* FLAGS");
        assertThat(server.commands()).containsExactly("EXAMINE", "UID FETCH");
        assertThat(server.connections()).isEqualTo(1);
        server.dropConnections();
        assertThat(wire.isAtEnd()).isTrue();
    }
}
