package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.demo.internal.imap.Command.Action;
import org.mailwain.demo.internal.imap.Session.State;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.NewMessage;
import org.mailwain.demo.server.ServerOptions;

/** APPEND of one message or, with MULTIAPPEND, of many: all or none (RFC 3502). */
final class AppendCommand {
    private final Session session;
    private final FolderNames names;

    AppendCommand(Session session) {
        this.session = session;
        this.names = new FolderNames(session);
    }

    void register() {
        session.register(State.SIGNED_IN, "APPEND", this::append);
    }

    private Action append(CommandInput in) throws IOException, CommandException {
        in.space();
        String name = names.read(in);
        names.existing(name, true);
        long room = session.options().maxAccount() - session.account().bytes();
        List<NewMessage> messages = new ArrayList<>();
        do {
            in.space();
            NewMessage message = message(in);
            messages.add(message);
            room -= message.bytes().length;
            if (room < 0) {
                throw CommandException.no("[OVERQUOTA] the mailbox is full");
            }
        } while (in.at(' ') && session.options().can(Ability.MULTIAPPEND));
        in.endOfLine();
        return () -> store(names.existing(name, true), messages);
    }

    private NewMessage message(CommandInput in) throws IOException, CommandException {
        List<String> flags = List.of();
        OffsetDateTime received = OffsetDateTime.now();
        if (in.at('(')) {
            flags = in.flags();
            in.space();
        }
        if (in.at('"')) {
            received = Dates.dateTime(new String(in.string(), StandardCharsets.US_ASCII));
            in.space();
        }
        ServerOptions options = session.options();
        // where the words for it are a server's own, it has to read what it will not take
        byte[] bytes = in.literal(options.isExchange() ? Integer.MAX_VALUE / 2 : options.maxMessage(), true);
        ExchangeHabits.checkSize(options, bytes.length);
        Set<String> kept = kept(session, flags);
        ExchangeHabits.forget(options, kept);
        return new NewMessage(kept, received, bytes);
    }

    /** The flags that the server keeps; {@code \Recent} is not the client's to set. */
    static Set<String> kept(Session session, List<String> flags) throws CommandException {
        Set<String> kept = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String flag : flags) {
            if (flag.equalsIgnoreCase("\\Recent")) {
                throw CommandException.bad("\\Recent cannot be set");
            }
            if (flag.startsWith("\\")) {
                kept.add(system(flag));
            } else if (session.options().keepsKeywords()) {
                kept.add(flag);
            }
        }
        return kept;
    }

    private static String system(String flag) throws CommandException {
        for (String known : List.of("\\Seen", "\\Answered", "\\Flagged", "\\Deleted", "\\Draft")) {
            if (known.equalsIgnoreCase(flag)) {
                return known;
            }
        }
        throw CommandException.bad("unknown system flag");
    }

    private String store(DemoFolder folder, List<NewMessage> messages) throws CommandException {
        if (folder.isReadOnly()) {
            throw CommandException.no("[NOPERM] the folder is read-only");
        }
        List<NewMessage> stored = new ArrayList<>();
        for (NewMessage message : messages) {
            check(message);
            byte[] bytes = session.options().rewritten(message.bytes());
            stored.add(new NewMessage(message.flags(), message.received(), bytes));
        }
        List<Long> uids = folder.append(stored);
        return session.options().can(Ability.UIDPLUS)
                ? "[APPENDUID " + folder.uidValidity() + " " + NumberSet.format(uids) + "] stored"
                : "stored";
    }

    private void check(NewMessage message) throws CommandException {
        session.host().faults().check(message);
        ExchangeHabits.checkLines(session.options(), message.bytes());
        if (message.bytes().length == 0) {
            throw CommandException.no("a message has at least one byte");
        }
        // RFC 3501 section 9: CHAR8 is 1 to 255
        for (byte b : message.bytes()) {
            if (b == 0) {
                throw CommandException.no("message contains NUL");
            }
        }
    }
}
