package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mailwain.demo.internal.imap.Command.Action;
import org.mailwain.demo.internal.imap.Session.State;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.DemoMessage;
import org.mailwain.demo.server.NewMessage;

/** Commands that change, copy or remove messages of the selected folder. */
final class MessageCommands {
    private record Change(char sign, boolean silent, long unchangedSince, Set<String> flags) {
        UnaryOperator<Set<String>> asOperator() {
            return old -> {
                switch (sign) {
                    case '+' -> old.addAll(flags);
                    case '-' -> old.removeAll(flags);
                    default -> {
                        return flags;
                    }
                }
                return old;
            };
        }
    }

    private final Session session;
    private final FolderNames names;

    MessageCommands(Session session) {
        this.session = session;
        this.names = new FolderNames(session);
    }

    void register() {
        session.register(State.SELECTED, "STORE", in -> store(in, false));
        session.register(State.SELECTED, "UID STORE", in -> store(in, true));
        session.register(State.SELECTED, "COPY", in -> copy(in, false, false));
        session.register(State.SELECTED, "UID COPY", in -> copy(in, true, false));
        session.register(State.SELECTED, "MOVE", Ability.MOVE, in -> copy(in, false, true));
        session.register(State.SELECTED, "UID MOVE", Ability.MOVE, in -> copy(in, true, true));
        session.register(State.SELECTED, "EXPUNGE", Command.plain(() -> expunge(null)));
        session.register(State.SELECTED, "UID EXPUNGE", Ability.UIDPLUS, in -> {
            in.space();
            NumberSet set = NumberSet.parse(in);
            in.endOfLine();
            return () -> expunge(set);
        });
    }

    private Action store(CommandInput in, boolean byUid) throws IOException, CommandException {
        in.space();
        NumberSet set = NumberSet.parse(in);
        in.space();
        long unchangedSince = Long.MAX_VALUE;
        if (session.options().can(Ability.CONDSTORE) && in.accept('(')) {
            if (!in.keyword().equals("UNCHANGEDSINCE")) {
                throw CommandException.bad("unknown modifier");
            }
            in.space();
            unchangedSince = in.number();
            in.expect(')');
            in.space();
        }
        String item = in.keyword();
        if (!item.matches("[+-]?FLAGS(\\.SILENT)?")) {
            throw CommandException.bad("unknown data item");
        }
        in.space();
        List<String> flags = in.at('(') ? in.flags() : bareFlags(in);
        in.endOfLine();
        Change change = new Change(
                item.charAt(0), item.endsWith(".SILENT"), unchangedSince, AppendCommand.kept(session, flags));
        return () -> store(session.selection().positions(set, byUid), byUid, change);
    }

    private static List<String> bareFlags(CommandInput in) throws IOException, CommandException {
        List<String> flags = new ArrayList<>(List.of(in.flag()));
        while (in.accept(' ')) {
            flags.add(in.flag());
        }
        return flags;
    }

    private String store(List<Integer> positions, boolean byUid, Change change) throws IOException, CommandException {
        Selection selection = session.selection();
        selection.requireWritable();
        if (change.unchangedSince < Long.MAX_VALUE) {
            session.tellModSeqs();
        }
        List<Long> modified = new ArrayList<>();
        for (int position : positions) {
            Optional<DemoMessage> old = selection.message(position);
            if (old.isPresent() && old.get().modSeq() > change.unchangedSince) {
                modified.add(byUid ? old.get().uid() : position + 1L);
            } else if (old.isPresent()) {
                Optional<DemoMessage> now = selection.folder().flags(old.get().uid(), change.asOperator());
                now.ifPresent(selection::told);
                if (now.isPresent() && (!change.silent || session.tellsModSeqs())) {
                    session.out().line(told(position, now.get(), byUid, !change.silent));
                }
            }
        }
        return modified.isEmpty() ? "done" : "[MODIFIED " + NumberSet.format(modified) + "] others were changed";
    }

    private String told(int position, DemoMessage message, boolean byUid, boolean flags) {
        List<String> items = new ArrayList<>();
        if (byUid) {
            items.add("UID " + message.uid());
        }
        if (flags) {
            items.add("FLAGS (" + String.join(" ", message.flags()) + ")");
        }
        if (session.tellsModSeqs()) {
            items.add("MODSEQ (" + message.modSeq() + ")");
        }
        return "* " + (position + 1) + " FETCH (" + String.join(" ", items) + ")";
    }

    private Action copy(CommandInput in, boolean byUid, boolean move) throws IOException, CommandException {
        in.space();
        NumberSet set = NumberSet.parse(in);
        in.space();
        String name = names.read(in);
        in.endOfLine();
        return () -> copy(session.selection().positions(set, byUid), names.existing(name, true), move);
    }

    private String copy(List<Integer> positions, DemoFolder target, boolean move) throws IOException, CommandException {
        Selection selection = session.selection();
        if (move) {
            selection.requireWritable();
        }
        if (target.isReadOnly()) {
            throw CommandException.no("[NOPERM] the folder is read-only");
        }
        List<Long> from = new ArrayList<>();
        List<NewMessage> copies = new ArrayList<>();
        for (int position : positions) {
            selection.message(position).ifPresent(message -> {
                from.add(message.uid());
                copies.add(new NewMessage(message.flags(), message.received(), message.bytes()));
            });
        }
        List<Long> to = target.append(copies);
        String code = from.isEmpty() || !session.options().can(Ability.UIDPLUS)
                ? ""
                : "[COPYUID " + target.uidValidity() + " " + NumberSet.format(from) + " " + NumberSet.format(to) + "]";
        if (move) {
            session.out().line("* OK " + code + " moved");
            selection.folder().remove(from);
            return "done";
        }
        return (code + " copied").strip();
    }

    /** @param only the UIDs that may go, or null for all that are marked as deleted */
    private String expunge(NumberSet only) throws CommandException {
        Selection selection = session.selection();
        selection.requireWritable();
        List<Long> deleted = new ArrayList<>();
        for (DemoMessage message : selection.folder().messages()) {
            if (message.has("\\Deleted")) {
                deleted.add(message.uid());
            }
        }
        if (only != null) {
            deleted = only.positionsOfUids(deleted).stream().map(deleted::get).toList();
        }
        selection.folder().remove(deleted);
        return "done";
    }
}
