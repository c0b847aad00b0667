package org.mailwain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailwain.mail.support.Sessions.INBOX;
import static org.mailwain.mail.support.Sessions.item;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.mail.support.ScriptedServer;
import org.mailwain.mail.support.Sessions;

/** A cancel is answered within a second, wherever we wait; so is a close from another thread. */
@Timeout(20)
class CancelTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Sessions sessions = new Sessions();
    private final CancelSource cancel = new CancelSource();
    private final List<Socket> kept = new ArrayList<>();
    private ScriptedServer server;

    @AfterEach
    void close() throws Exception {
        if (server != null) {
            server.close();
        }
        for (Socket socket : kept) {
            socket.close();
        }
        assertThat(sessions.bodies.open()).isZero();
    }

    private static ImapSettings patient(int port) {
        return Sessions.settings(port).within(LONG, LONG);
    }

    private void assertCancelled(ThrowingCallable call) {
        long[] requested = new long[1];
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                return;
            }
            requested[0] = System.nanoTime();
            cancel.request();
        });
        assertThatThrownBy(call).isInstanceOf(CancelledException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - requested[0])).isLessThan(Duration.ofSeconds(1));
    }

    private static void connect(Socket socket, ServerSocket to) {
        try {
            socket.connect(to.getLocalSocketAddress());
        } catch (IOException e) {
            // closed at the end of the test
            return;
        }
    }

    @Test
    void whileConnecting() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // connections that nobody accepts fill the queue, so that one more hangs
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket();
                kept.add(socket);
                Thread.ofVirtual().start(() -> connect(socket, full));
            }
            Thread.sleep(200);
            assertCancelled(() -> sessions.reader(patient(full.getLocalPort()), Sessions.login(), cancel));
        }
    }

    @Test
    void whileWaitingForTheGreeting() throws Exception {
        server = new ScriptedServer(line -> Thread.sleep(LONG));
        assertCancelled(() -> sessions.reader(patient(server.port()), Sessions.login(), cancel));
    }

    @Test
    void whileShakingHands() throws Exception {
        server = new ScriptedServer(line -> Thread.sleep(LONG));
        ImapSettings settings = ImapSettings.of("localhost", Optional.of(server.port()), Security.TLS)
                .within(LONG, LONG);
        assertCancelled(() -> sessions.reader(settings, Sessions.login(), cancel));
    }

    @Test
    void whileWaitingForAnAnswer() throws Exception {
        server = ScriptedServer.afterSignIn("", line -> Thread.sleep(LONG));
        try (MailboxReader reader = sessions.reader(patient(server.port()), Sessions.login(), cancel)) {
            assertCancelled(reader::folders);
        }
    }

    @Test
    void inTheMiddleOfABody() throws Exception {
        server = ScriptedServer.afterSignIn("", line -> {
            line.folders("INBOX");
            line.open(1, 2, 1);
            line.command();
            line.raw("* 1 FETCH (UID 1 FLAGS () INTERNALDATE NIL BODY[] {1000}\r\nhalf");
        });
        try (MailboxReader reader = sessions.reader(patient(server.port()), Sessions.login(), cancel)) {
            assertCancelled(() -> sessions.fetch(reader, item(1, 1000)));
        }
    }

    @Test
    void whileWriting() throws Exception {
        server = ScriptedServer.afterSignIn("LITERAL+", line -> {
            line.folders("INBOX");
            Thread.sleep(LONG);
        });
        try (var writer = sessions.writer(patient(server.port()), cancel)) {
            assertCancelled(() -> {
                while (true) {
                    Sessions.append(writer, 100);
                }
            });
        }
    }

    @Test
    void closeFromAnotherThreadUnblocks() throws Exception {
        server = ScriptedServer.afterSignIn("", line -> {
            line.folders("INBOX");
            Thread.sleep(LONG);
        });
        MailboxReader reader = sessions.reader(patient(server.port()), Sessions.login(), cancel);
        reader.folders();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                return;
            }
            reader.close();
        });
        assertThatThrownBy(() -> reader.state(INBOX)).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> reader.state(INBOX)).isInstanceOf(FailureException.class);
    }
}
