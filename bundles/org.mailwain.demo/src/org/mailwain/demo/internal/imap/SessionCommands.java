package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.mailwain.demo.internal.imap.Command.Action;
import org.mailwain.demo.internal.imap.Session.State;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoAccount;
import org.mailwain.demo.server.Encryption;

/** Commands that concern the connection and who is at its other end. */
final class SessionCommands {
    private static final int MAX_ID_FIELDS = 30;
    private static final String FAILED = "[AUTHENTICATIONFAILED] unknown user or wrong password";

    private final Session session;

    SessionCommands(Session session) {
        this.session = session;
    }

    void register() {
        session.register(State.NEW, "CAPABILITY", Command.plain(this::capability));
        session.register(State.NEW, "NOOP", Command.plain(() -> "done"));
        session.register(State.NEW, "LOGOUT", Command.plain(this::logout));
        session.register(State.NEW, "LOGIN", this::login);
        session.register(State.NEW, "AUTHENTICATE", this::authenticate);
        session.register(State.NEW, "ID", Ability.ID, this::id);
        session.register(State.SIGNED_IN, "ENABLE", Ability.ENABLE, this::enable);
        if (session.options().encryption() == Encryption.STARTTLS) {
            session.register(State.NEW, "STARTTLS", Command.plain(this::startTls));
        }
    }

    private String capability() throws IOException {
        session.out().line("* CAPABILITY " + session.capabilities());
        return "done";
    }

    private String logout() throws IOException {
        session.out().line("* BYE see you");
        session.end();
        return "done";
    }

    private String startTls() throws IOException, CommandException {
        if (session.isEncrypted()) {
            throw CommandException.bad("already protected");
        }
        // Looked at before the answer: afterwards a quick client's handshake may have come in.
        boolean ahead = session.hasMore();
        session.out().line(session.tag() + " OK begin");
        session.out().flush();
        if (ahead) {
            throw new ConnectionEnd("commands after STARTTLS");
        }
        session.protect();
        return null;
    }

    private Action login(CommandInput in) throws IOException, CommandException {
        in.space();
        String user = in.text();
        in.space();
        byte[] password = in.astring();
        in.endOfLine();
        if (!session.options().takesPasswords()) {
            throw CommandException.no("LOGIN is disabled");
        }
        return () -> {
            int star = user.indexOf('*');
            return star < 0
                    ? signIn(user, password, null)
                    : signIn(user.substring(star + 1), password, user.substring(0, star));
        };
    }

    private String signIn(String user, byte[] password, String as) throws CommandException {
        if (!session.isProtected()) {
            throw CommandException.no("[PRIVACYREQUIRED] STARTTLS first");
        }
        Optional<DemoAccount> account = session.host().signIn(user, password, as);
        session.signedIn(account.orElseThrow(() -> CommandException.no(FAILED)));
        return "[CAPABILITY " + session.capabilities() + "] welcome";
    }

    private Action authenticate(CommandInput in) throws IOException, CommandException {
        in.space();
        String mechanism = in.keyword();
        if (!TokenSignIn.mechanisms(session.options()).contains(mechanism)) {
            throw CommandException.no("[CANNOT] unknown mechanism");
        }
        String response;
        if (session.options().can(Ability.SASL_IR) && in.accept(' ')) {
            response = in.until("");
        } else {
            in.endOfLine();
            session.out().line("+ ");
            session.out().flush();
            response = in.until("");
        }
        in.endOfLine();
        return mechanism.equals("PLAIN")
                ? () -> plain(response)
                : () -> new TokenSignIn(session, mechanism).run(response, in);
    }

    /** RFC 4616: whom to act for, who signs in, password; parted by NUL. */
    private String plain(String base64) throws CommandException {
        String[] parts;
        try {
            parts = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).split("\0", -1);
        } catch (IllegalArgumentException e) {
            throw CommandException.bad("not base64");
        }
        if (parts.length != 3) {
            throw CommandException.bad("not a PLAIN response");
        }
        String as = parts[0].isEmpty() ? null : parts[0];
        return signIn(parts[1], parts[2].getBytes(StandardCharsets.UTF_8), as);
    }

    private Action id(CommandInput in) throws IOException, CommandException {
        in.space();
        if (in.accept('(')) {
            for (int fields = 0; !in.accept(')'); fields++) {
                if (fields >= 2 * MAX_ID_FIELDS) {
                    throw CommandException.bad("too many fields");
                }
                if (fields > 0) {
                    in.space();
                }
                nstring(in);
            }
        } else {
            nstring(in);
        }
        in.endOfLine();
        return () -> {
            session.out().line("* ID (\"name\" \"Mailwain demo\" \"vendor\" \"Mailwain\")");
            return "done";
        };
    }

    private static void nstring(CommandInput in) throws IOException, CommandException {
        if (in.at('"') || in.at('{')) {
            in.string();
        } else if (!in.keyword().equals("NIL")) {
            throw CommandException.bad("expected a string or NIL");
        }
    }

    private Action enable(CommandInput in) throws IOException, CommandException {
        List<String> enabled = new ArrayList<>();
        do {
            in.space();
            if (in.keyword().equals("CONDSTORE") && session.options().can(Ability.CONDSTORE)) {
                enabled.add("CONDSTORE");
            }
        } while (!in.at('\r'));
        in.endOfLine();
        return () -> {
            if (!enabled.isEmpty()) {
                session.tellModSeqs();
            }
            session.out().line("* ENABLED" + (enabled.isEmpty() ? "" : " CONDSTORE"));
            return "done";
        };
    }
}
