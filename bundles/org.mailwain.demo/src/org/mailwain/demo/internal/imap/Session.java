package org.mailwain.demo.internal.imap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoAccount;
import org.mailwain.demo.server.Encryption;
import org.mailwain.demo.server.ServerOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, from greeting to end, on one thread. */
public final class Session implements Runnable, CommandInput.Literals {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int BUFFER = 64 * 1024;
    /** RFC 9051 section 5.4: not before 30 minutes. */
    private static final int IDLE_MILLIS = 30 * 60 * 1000;
    /** Commands during which sequence numbers must not move (RFC 3501 section 7.4.1). */
    private static final Set<String> NUMBERED = Set.of("FETCH", "STORE", "SEARCH");

    enum State {
        NEW,
        SIGNED_IN,
        SELECTED,
        ENDED
    }

    private record Entry(State least, Command command) {}

    private final Host host;
    private final Socket socket;
    private final Map<String, Entry> commands = new HashMap<>();
    private CommandInput in;
    private Output out;
    private State state = State.NEW;
    private boolean encrypted;
    private boolean modSeqs;
    private DemoAccount account;
    private Selection selection;
    private String tag;

    public Session(Host host, Socket socket) {
        this.host = host;
        this.socket = socket;
        new SessionCommands(this).register();
        new FolderCommands(this).register();
        new ListCommands(this).register();
        new AppendCommand(this).register();
        new MessageCommands(this).register();
        new FetchCommand(this).register();
        new SearchCommand(this).register();
    }

    @Override
    public void run() {
        try (socket) {
            socket.setSoTimeout(IDLE_MILLIS);
            socket.setTcpNoDelay(true);
            if (options().encryption() == Encryption.TLS) {
                protect();
            } else {
                attach(socket);
            }
            converse();
        } catch (IOException e) {
            LOG.debug("connection ended", e);
        } finally {
            if (account != null) {
                account.leave();
            }
        }
    }

    private void converse() throws IOException {
        try {
            out.line("* OK [CAPABILITY " + capabilities() + "] " + ExchangeHabits.greeting(options()));
            out.flush(); // whoever speaks first may not speak IMAP, and never end a line
            while (state != State.ENDED) {
                if (!in.hasMore()) {
                    out.flush();
                }
                in.begin();
                one();
            }
            out.flush();
        } catch (ConnectionEnd e) {
            if (e.getMessage() != null) {
                out.line("* BYE " + e.getMessage());
            }
            out.flush();
        }
    }

    private void one() throws IOException {
        tag = "*";
        String name;
        Command.Action action;
        try {
            tag = in.tag();
            in.space();
            name = in.keyword();
            if (name.equals("UID")) {
                in.space();
                name = "UID " + in.keyword();
            }
            host.note(name);
            action = command(name).parse(in);
        } catch (CommandException e) {
            in.skipCommand();
            out.line(tag + " " + e.status() + " " + e.getMessage());
            return;
        }
        answer(name, action);
    }

    private Command command(String name) throws CommandException {
        Entry entry = commands.get(name);
        if (entry == null) {
            throw CommandException.bad("unknown command");
        }
        if (entry.least.compareTo(state) > 0 || entry.least == State.NEW && needsNew(name) && state != State.NEW) {
            throw CommandException.bad("not now");
        }
        return entry.command;
    }

    private static boolean needsNew(String name) {
        return Set.of("LOGIN", "AUTHENTICATE", "STARTTLS").contains(name);
    }

    private void answer(String name, Command.Action action) throws IOException {
        FaultPlan.Hit hit = host.faults().next(name);
        host.faults().pause();
        try {
            String text = carryOut(hit, action);
            if (selection != null) {
                selection.update(out, !NUMBERED.contains(name), modSeqs);
            }
            if (text != null) {
                out.line(tag + " OK " + text);
            }
        } catch (CommandException e) {
            out.line(tag + " " + e.status() + " " + e.getMessage());
        }
    }

    private String carryOut(FaultPlan.Hit hit, Command.Action action) throws IOException, CommandException {
        if (hit == null) {
            return action.run();
        }
        switch (hit.kind()) {
            case ANSWER -> {
                if (hit.text().startsWith("BYE")) {
                    throw new ConnectionEnd(hit.text().substring(3).strip());
                }
                out.line(tag + " " + hit.text());
                return null;
            }
            case DROP_AFTER -> action.run();
            case DROP_LATE -> host.later(() -> late(hit, action));
            case HANG -> {
                out.flush();
                host.faults().hang();
            }
            default -> LOG.debug("dropped before the command was carried out");
        }
        throw ConnectionEnd.silent();
    }

    private void late(FaultPlan.Hit hit, Command.Action action) {
        try {
            host.faults().await(hit.time());
            action.run();
        } catch (IOException | CommandException e) {
            LOG.debug("late command failed", e);
        }
    }

    @Override
    public void invite() throws IOException {
        out.line("+ go on");
        out.flush();
    }

    @Override
    public boolean offered(long size) {
        return CommandInput.offered(
                options().can(Ability.LITERAL_PLUS), options().can(Ability.LITERAL_MINUS), size);
    }

    /** Whether more has come in than was taken. */
    boolean hasMore() throws IOException {
        return in != null && in.hasMore();
    }

    /** Goes over to TLS. */
    void protect() throws IOException {
        SSLSocket tls = (SSLSocket) host.tls().createSocket(socket, null, socket.getPort(), true);
        tls.setUseClientMode(false);
        tls.startHandshake();
        encrypted = true;
        attach(tls);
    }

    private void attach(Socket connection) throws IOException {
        FaultPlan faults = host.faults();
        in = new CommandInput(
                new BufferedInputStream(CutStreams.reading(connection.getInputStream(), faults.readLeft()), BUFFER),
                this);
        out = new Output(CutStreams.writing(connection.getOutputStream(), faults.writeLeft()));
    }

    String capabilities() {
        List<String> words = new ArrayList<>(List.of("IMAP4rev1"));
        if (state == State.NEW && options().encryption() == Encryption.STARTTLS && !encrypted) {
            words.add("STARTTLS");
            words.add("LOGINDISABLED");
        } else if (state == State.NEW) {
            TokenSignIn.mechanisms(options()).forEach(mechanism -> words.add("AUTH=" + mechanism));
        }
        if (options().hasLabels()) {
            words.addAll(List.of("XLIST", "X-GM-EXT-1"));
        }
        for (Ability ability : Ability.values()) {
            if (options().can(ability)) {
                words.add(ability.atom()
                        + (ability == Ability.APPENDLIMIT ? "=" + options().maxMessage() : ""));
            }
        }
        return String.join(" ", words);
    }

    void register(State least, String name, Command command) {
        commands.put(name, new Entry(least, command));
    }

    /** Registers a command that exists with an ability alone. */
    void register(State least, String name, Ability ability, Command command) {
        if (options().can(ability)) {
            register(least, name, command);
        }
    }

    ServerOptions options() {
        return host.options();
    }

    Host host() {
        return host;
    }

    Output out() {
        return out;
    }

    String tag() {
        return tag;
    }

    DemoAccount account() {
        return account;
    }

    Selection selection() {
        return selection;
    }

    boolean isProtected() {
        return encrypted || options().encryption() == Encryption.NONE;
    }

    boolean isEncrypted() {
        return encrypted;
    }

    /** From the first command that shows CONDSTORE on, changes are told with their number (RFC 7162 section 3.1). */
    void tellModSeqs() {
        modSeqs = options().can(Ability.CONDSTORE);
    }

    boolean tellsModSeqs() {
        return modSeqs;
    }

    void signedIn(DemoAccount who) throws CommandException {
        if (!who.serve(0)) {
            throw CommandException.no("[ALERT] Account exceeded command or bandwidth limits. (Failure)");
        }
        if (!who.enter()) {
            throw CommandException.no("[ALERT] Too many simultaneous connections. (Failure)");
        }
        account = who;
        state = State.SIGNED_IN;
    }

    void select(Selection chosen) {
        selection = chosen;
        state = chosen == null ? State.SIGNED_IN : State.SELECTED;
    }

    void end() {
        state = State.ENDED;
    }
}
