package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.demo.internal.imap.Command.Action;
import org.mailwain.demo.internal.imap.Session.State;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.DemoMessage;
import org.mailwain.demo.server.ServerOptions;

/** Commands on folders as a whole, other than listing them. */
final class FolderCommands {
    private static final String SYSTEM_FLAGS = "\\Answered \\Flagged \\Deleted \\Seen \\Draft";
    private static final Set<String> USES =
            Set.of("\\all", "\\archive", "\\drafts", "\\flagged", "\\important", "\\junk", "\\sent", "\\trash");

    private final Session session;
    private final FolderNames names;

    FolderCommands(Session session) {
        this.session = session;
        this.names = new FolderNames(session);
    }

    void register() {
        session.register(State.SIGNED_IN, "NAMESPACE", Ability.NAMESPACE, Command.plain(this::namespace));
        session.register(State.SIGNED_IN, "SELECT", in -> open(in, false));
        session.register(State.SIGNED_IN, "EXAMINE", in -> open(in, true));
        session.register(State.SIGNED_IN, "CREATE", this::create);
        session.register(State.SIGNED_IN, "DELETE", this::delete);
        session.register(State.SIGNED_IN, "RENAME", this::rename);
        session.register(State.SIGNED_IN, "SUBSCRIBE", in -> subscribe(in, true));
        session.register(State.SIGNED_IN, "UNSUBSCRIBE", in -> subscribe(in, false));
        session.register(State.SIGNED_IN, "STATUS", this::status);
        session.register(State.SELECTED, "CHECK", Command.plain(() -> "done"));
        session.register(State.SELECTED, "CLOSE", Command.plain(this::close));
        session.register(State.SELECTED, "UNSELECT", Ability.UNSELECT, Command.plain(this::unselect));
    }

    private String namespace() throws IOException {
        ServerOptions options = session.options();
        session.out()
                .line("* NAMESPACE ((" + Output.quoted(options.prefix()) + " "
                        + Output.quoted(String.valueOf(options.delimiter())) + ")) NIL NIL");
        return "done";
    }

    private Action open(CommandInput in, boolean readOnly) throws IOException, CommandException {
        in.space();
        String name = names.read(in);
        boolean condStore = false;
        if (in.accept(' ')) {
            condStore = in.flags().stream().anyMatch("CONDSTORE"::equalsIgnoreCase);
            if (!condStore || !session.options().can(Ability.CONDSTORE)) {
                throw CommandException.bad("unknown parameter");
            }
        }
        in.endOfLine();
        boolean tell = condStore;
        return () -> {
            session.select(null);
            if (tell) {
                session.tellModSeqs();
            }
            Selection selection = new Selection(names.existing(name, false), readOnly);
            describe(selection);
            session.select(selection);
            return selection.isReadOnly() ? "[READ-ONLY] open" : "[READ-WRITE] open";
        };
    }

    private void describe(Selection selection) throws IOException {
        DemoFolder.Snapshot opened = selection.opened();
        List<DemoMessage> messages = opened.messages();
        Set<String> keywords = keywords(messages);
        String known = SYSTEM_FLAGS + (keywords.isEmpty() ? "" : " " + String.join(" ", keywords));
        Output out = session.out();
        out.line("* FLAGS (" + known + ")");
        String more = session.options().keepsKeywords() ? " \\*" : "";
        out.line("* OK [PERMANENTFLAGS (" + (selection.isReadOnly() ? "" : known + more) + ")] kept");
        out.line("* " + selection.count() + " EXISTS");
        out.line("* 0 RECENT");
        for (int i = 0; i < messages.size(); i++) {
            if (!messages.get(i).has("\\Seen")) {
                out.line("* OK [UNSEEN " + (i + 1) + "] first unseen");
                break;
            }
        }
        out.line("* OK [UIDVALIDITY " + opened.uidValidity() + "] valid");
        out.line("* OK [UIDNEXT " + opened.uidNext() + "] next");
        if (session.options().can(Ability.CONDSTORE)) {
            out.line("* OK [HIGHESTMODSEQ " + opened.modSeq() + "] highest");
        }
    }

    private static Set<String> keywords(List<DemoMessage> messages) {
        Set<String> keywords = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (DemoMessage message : messages) {
            for (String flag : message.flags()) {
                if (!flag.startsWith("\\")) {
                    keywords.add(flag);
                }
            }
        }
        return keywords;
    }

    private Action create(CommandInput in) throws IOException, CommandException {
        in.space();
        String given = names.read(in);
        String use = null;
        if (session.options().can(Ability.CREATE_SPECIAL_USE) && in.accept(' ')) {
            in.expect('(');
            if (!in.keyword().equals("USE")) {
                throw CommandException.bad("unknown parameter");
            }
            in.space();
            List<String> uses = in.flags();
            in.expect(')');
            if (uses.size() != 1 || !USES.contains(uses.getFirst().toLowerCase(Locale.ROOT))) {
                throw CommandException.no("[USEATTR] not one known special use");
            }
            use = uses.getFirst();
        }
        in.endOfLine();
        String attribute = use;
        return () -> {
            // RFC 3501 section 6.3.3: a delimiter at the end only announces that names will be made below
            String end = String.valueOf(session.options().delimiter());
            String name = given.endsWith(end) ? given.substring(0, given.length() - 1) : given;
            names.checkNew(name);
            ExchangeHabits.checkName(session.options(), name);
            session.account().folder(name).specialUse(attribute);
            return "made";
        };
    }

    private Action delete(CommandInput in) throws IOException, CommandException {
        in.space();
        String name = names.read(in);
        in.endOfLine();
        return () -> {
            if (name.equals("INBOX")) {
                throw CommandException.no("[CANNOT] INBOX stays");
            }
            names.existing(name, false);
            session.account().delete(name);
            return "deleted";
        };
    }

    private Action rename(CommandInput in) throws IOException, CommandException {
        in.space();
        String from = names.read(in);
        in.space();
        String to = names.read(in);
        in.endOfLine();
        return () -> {
            if (from.equals("INBOX")) {
                throw CommandException.no("[CANNOT] INBOX stays");
            }
            names.existing(from, false);
            names.checkNew(to);
            session.account().rename(from, to);
            return "renamed";
        };
    }

    private Action subscribe(CommandInput in, boolean add) throws IOException, CommandException {
        in.space();
        String name = names.read(in);
        in.endOfLine();
        return () -> {
            Set<String> subscribed = session.account().subscribed();
            if (!add) {
                subscribed.remove(name);
            } else {
                names.existing(name, false);
                subscribed.add(name);
            }
            return "done";
        };
    }

    private Action status(CommandInput in) throws IOException, CommandException {
        in.space();
        String name = names.read(in);
        in.space();
        List<String> items = StatusItems.parse(in, session.options());
        in.endOfLine();
        return () -> {
            DemoFolder folder = names.existing(name, false);
            session.out().line(StatusItems.line(folder, items));
            if (items.contains("HIGHESTMODSEQ")) {
                session.tellModSeqs();
            }
            return "done";
        };
    }

    private String close() {
        Selection selection = session.selection();
        if (!selection.isReadOnly()) {
            List<Long> deleted = new ArrayList<>();
            for (DemoMessage message : selection.folder().messages()) {
                if (message.has("\\Deleted")) {
                    deleted.add(message.uid());
                }
            }
            selection.folder().remove(deleted);
        }
        return unselect();
    }

    private String unselect() {
        session.select(null);
        return "closed";
    }
}
