package org.mailwain.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/**
 * A Dovecot of its own that lets people in by tokens alone (XOAUTH2, OAUTHBEARER), on 127.0.0.1 without TLS. It asks
 * elsewhere what each token is worth (RFC 7662). Any user that a token is good for has a mailbox.
 */
public final class TokenDovecot implements AutoCloseable {
    private static final long START_SECONDS = 30;

    private final Path folder;
    private final int port;
    private final Process process;

    private TokenDovecot(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * @param introspection address that answers a GET with {@code Authorization: Bearer}: an object with {@code active},
     *     and with {@code email} where that is true
     * @throws org.opentest4j.TestAbortedException where there is no Dovecot; an {@link AssertionError} under
     *     {@code MAILWAIN_CI=1}
     */
    public static TokenDovecot start(String introspection) throws IOException {
        RigNeeds.check();
        Path folder = Files.createTempDirectory("mailwain-dovecot");
        // Dovecot's own users go through it
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(
                Files.createDirectory(folder.resolve("mail")), PosixFilePermissions.fromString("rwxrwxrwx"));
        int port = free();
        Files.writeString(folder.resolve("oauth2.conf"), """
                introspection_url = %s
                introspection_mode = auth
                force_introspection = yes
                username_attribute = email
                active_attribute = active
                active_value = true
                """.formatted(introspection));
        Files.writeString(folder.resolve("dovecot.conf"), configuration(folder, port));
        Process process = new ProcessBuilder(
                        "/usr/sbin/dovecot",
                        "-F",
                        "-c",
                        folder.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        TokenDovecot server = new TokenDovecot(folder, port, process);
        server.awaitGreeting();
        return server;
    }

    private static String configuration(Path folder, int port) {
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                instance_name = tokens
                log_path = %1$s/log
                listen = 127.0.0.1
                protocols = imap
                ssl = no
                disable_plaintext_auth = no
                auth_mechanisms = xoauth2 oauthbearer
                auth_failure_delay = 0
                passdb {
                  driver = oauth2
                  mechanisms = xoauth2 oauthbearer
                  args = %1$s/oauth2.conf
                }
                userdb {
                  driver = static
                  args = uid=mail gid=mail home=%1$s/mail/%%u
                }
                first_valid_uid = 1
                first_valid_gid = 1
                mail_location = maildir:~/Maildir
                namespace inbox {
                  inbox = yes
                }
                service imap-login {
                  inet_listener imap {
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service anvil {
                  unix_listener anvil-auth-penalty {
                    mode = 0
                  }
                }
                """.formatted(folder, port);
    }

    private static int free() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitGreeting() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                if (socket.getInputStream().read() == '*') {
                    return;
                }
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                    String said = Files.readString(folder.resolve("out"));
                    close();
                    throw new IOException("Dovecot does not start: " + said, notYet);
                }
                Thread.onSpinWait();
            }
        }
    }

    public int port() {
        return port;
    }

    /** What it wrote into its log so far. */
    public String log() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
