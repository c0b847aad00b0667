package org.mailwain.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real mail servers on 127.0.0.1 with a home and ports of their own, one set for the tests of a JVM, started when the
 * first test asks and stopped when the JVM ends. Where they cannot run, a test that asks is skipped with a line that
 * says why; under {@code MAILWAIN_CI=1} it fails. Thread-safe.
 */
public final class Rig {
    /** Servers of the rig; each has its port at a fixed distance from the base. */
    public enum Server {
        SOURCE(0),
        TARGET(1000),
        COURIER(2000),
        CYRUS(3000);

        private final int offset;

        Server(int offset) {
            this.offset = offset;
        }

        /** As the rig's own command writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final String PASSWORD = "secret";

    private static final int LAST_OFFSET = 3995;
    private static Rig shared;

    private final Path command;
    private final Path home;
    private final int base;
    private final Set<Server> up = EnumSet.noneOf(Server.class);

    private Rig(Path command, Path home, int base) {
        this.command = command;
        this.home = home;
        this.base = base;
    }

    /** What a call of the rig's command came to. */
    public record Result(int exit, String output) {
        public boolean good() {
            return exit == 0;
        }
    }

    /** The rig with these servers up; skips the test, or fails it in CI, where they cannot run. */
    public static synchronized Rig with(Server... servers) {
        String reason = obstacle();
        if (reason != null) {
            String line = "Skipped, no real mail servers: " + reason;
            if ("1".equals(System.getenv("MAILWAIN_CI"))) {
                throw new AssertionError(line);
            }
            Assumptions.abort(line);
        }
        try {
            if (shared == null) {
                shared = start();
            }
            shared.ensure(List.of(servers));
            return shared;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String obstacle() {
        if (!Files.exists(Path.of("/etc/debian_version"))) {
            return "this is no Debian";
        } else if (!"root".equals(System.getProperty("user.name"))) {
            return "only root may start them";
        } else if (command() == null) {
            return "releng/rig is not above " + Path.of("").toAbsolutePath();
        }
        return null;
    }

    private static Path command() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path command = at.resolve("releng/rig/rig");
            if (Files.isExecutable(command)) {
                return command;
            }
        }
        return null;
    }

    private static Rig start() throws IOException {
        Path home = Files.createTempDirectory("rig");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Rig rig = new Rig(command(), home, freeBase());
        Runtime.getRuntime().addShutdownHook(new Thread(rig::end, "rig down"));
        rig.must("install");
        return rig;
    }

    /** A base below the range from which systems take ports for outgoing connections, with its ends free. */
    private static int freeBase() {
        for (int tries = 0; tries < 100; tries++) {
            int base = 11_000 + 4 * ThreadLocalRandom.current().nextInt(4000);
            boolean free = true;
            for (Server server : Server.values()) {
                free &= isFree(base + server.offset + 143) && isFree(base + server.offset + 993);
            }
            if (free && isFree(base + LAST_OFFSET)) {
                return base;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private synchronized void ensure(Collection<Server> servers) throws IOException {
        List<String> words = servers.stream()
                .filter(server -> !up.contains(server))
                .map(Server::word)
                .toList();
        if (!words.isEmpty()) {
            List<String> line = new ArrayList<>(List.of("up"));
            line.addAll(words);
            must(line.toArray(String[]::new));
            up.addAll(servers);
        }
    }

    /** Where the servers keep everything. */
    public Path home() {
        return home;
    }

    /** The authority's certificate that their certificates are signed by, as PEM. */
    public Path ca() {
        return home.resolve("tls/ca.pem");
    }

    /** Without TLS until STARTTLS. */
    public int imap(Server server) {
        return base + server.offset + 143;
    }

    /** TLS from the first byte. */
    public int imaps(Server server) {
        return base + server.offset + 993;
    }

    public int pop3(Server server) {
        return base + server.offset + 110;
    }

    public int pop3s(Server server) {
        return base + server.offset + 995;
    }

    /** {@code u0001} for 1. */
    public static String user(int number) {
        return "u%04d".formatted(number);
    }

    /** Fills the source, or Courier; arguments as of {@code rig seed}. */
    public void seed(String... arguments) {
        must(line("seed", arguments));
    }

    /** Empties all mailboxes of a server. */
    public void wipe(Server server) {
        must("wipe", server.word());
    }

    /** Compares two mailboxes; arguments as of {@code rig verify}. Exit 0 same, 1 different, 2 could not compare. */
    public Result verify(String... arguments) {
        return call(line("verify", arguments));
    }

    /** Stops a server, as a machine that goes down would. */
    public synchronized void down(Server server) {
        must("down", server.word());
        up.remove(server);
    }

    /** Starts a server again with the mail that it had. */
    public synchronized void up(Server server) {
        must("up", server.word());
        up.add(server);
    }

    private static String[] line(String first, String... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }

    private void must(String... arguments) {
        Result result = call(arguments);
        if (!result.good()) {
            throw new IllegalStateException("rig " + String.join(" ", arguments) + ": " + result.output());
        }
    }

    /** Runs any of the rig's commands in this rig. */
    public Result call(String... arguments) {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("rig", ".out");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            builder.environment().put("RIG_HOME", home.toString());
            builder.environment().put("RIG_PORT_BASE", String.valueOf(base));
            int exit = builder.start().waitFor();
            String text = Files.readString(output);
            Files.delete(output);
            return new Result(exit, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void end() {
        call("down");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftToTheSystem) {
            // a temporary folder that is left over does no harm
        }
    }
}
