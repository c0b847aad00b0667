package org.mailwain.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The servers of this process: started when a test first asks for one, stopped when the process ends. They have a folder
 * and ports of their own. Not thread-safe; an answer that is not good is an {@link AssertionError}, unless it is handed
 * back as a {@link Result}.
 */
public final class Rig {
    /** Of every user, on every server. */
    public static final String PASSWORD = "secret";

    private static Rig only;

    private final RigHome home;
    private final Set<Server> running = EnumSet.noneOf(Server.class);

    /** As {@code rig up} names them. */
    public enum Server {
        SOURCE,
        TARGET,
        COURIER,
        CYRUS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a command of the rig came to; output and errors in one. */
    public record Result(int exit, String output) {
        public boolean good() {
            return exit == 0;
        }
    }

    private Rig(RigHome home) {
        this.home = home;
    }

    /**
     * Starts what does not run yet.
     *
     * @throws org.opentest4j.TestAbortedException where the rig cannot run; an {@link AssertionError} under
     *     {@code MAILWAIN_CI=1}
     */
    public static synchronized Rig with(Server... servers) {
        if (only == null) {
            RigNeeds.check();
            Rig rig = new Rig(RigHome.create());
            Runtime.getRuntime().addShutdownHook(new Thread(rig::end, "rig down"));
            only = rig;
        }
        for (Server server : servers) {
            if (!only.running.contains(server)) {
                only.home.install(server);
                only.up(server);
            }
        }
        return only;
    }

    /** The name of the n-th user, from 1. */
    public static String user(int n) {
        return "u%04d".formatted(n);
    }

    /** Starts a server again with the mail that it had. */
    public void up(Server server) {
        good("up", server.word());
        running.add(server);
    }

    /** Stops a server, as a machine that goes down would. */
    public void down(Server server) {
        good("down", server.word());
        running.remove(server);
    }

    /** Empties all mailboxes. Nobody may be signed in. */
    public void wipe(Server server) {
        good("wipe", server.word());
    }

    /** As {@code rig seed}. */
    public void seed(String... arguments) {
        good("seed", arguments);
    }

    /** As {@code rig verify}: exit 0 same, 1 different, 2 could not compare. */
    public Result verify(String... arguments) {
        return call("verify", arguments);
    }

    /** Any command of the rig. */
    public Result call(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(Arrays.asList(arguments));
        return home.call(line);
    }

    private void good(String command, String... arguments) {
        Result result = call(command, arguments);
        if (!result.good()) {
            throw new AssertionError("rig " + command + " ended with " + result.exit() + ": " + result.output());
        }
    }

    public int imap(Server server) {
        return port(server, "imap");
    }

    public int imaps(Server server) {
        return port(server, "imaps");
    }

    /** Not Cyrus. */
    public int pop3(Server server) {
        return port(server, "pop3");
    }

    /** Not Cyrus. */
    public int pop3s(Server server) {
        return port(server, "pop3s");
    }

    private int port(Server server, String service) {
        return Integer.parseInt(said(server, service));
    }

    /** A word of {@code rig.env} about a server, such as {@code delimiter} or {@code prefix}. */
    public String said(Server server, String word) {
        String key = "RIG_" + server.name() + "_" + word.toUpperCase(Locale.ROOT);
        String value = environment().get(key);
        if (value == null) {
            throw new IllegalStateException(key + " is not in rig.env; is the server up?");
        }
        return value;
    }

    private Map<String, String> environment() {
        Properties read = new Properties();
        try (var in = Files.newBufferedReader(home.folder().resolve("rig.env"))) {
            read.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> plain = new HashMap<>();
        read.stringPropertyNames()
                .forEach(key -> plain.put(key, read.getProperty(key).replaceAll("^'|'$", "")));
        return plain;
    }

    /** The certificate of the authority that the servers' certificates are signed by; names localhost, 127.0.0.1. */
    public Path ca() {
        return home.folder().resolve("tls/ca.pem");
    }

    /** Where everything of this rig lies. */
    public Path home() {
        return home.folder();
    }

    private void end() {
        home.call(List.of("down", "all"));
        home.delete();
    }
}
