package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.demo.internal.imap.Command.Action;
import org.mailwain.demo.internal.imap.FetchItem.Section;
import org.mailwain.demo.internal.imap.FetchItem.Simple;
import org.mailwain.demo.internal.imap.Session.State;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoMessage;

/** FETCH and UID FETCH, with CHANGEDSINCE (RFC 7162). */
final class FetchCommand {
    private static final Simple UID = new Simple("UID");
    private static final Simple FLAGS = new Simple("FLAGS");
    private static final Simple MODSEQ = new Simple("MODSEQ");

    private final Session session;

    FetchCommand(Session session) {
        this.session = session;
    }

    void register() {
        session.register(State.SELECTED, "FETCH", in -> fetch(in, false));
        session.register(State.SELECTED, "UID FETCH", in -> fetch(in, true));
    }

    private Action fetch(CommandInput in, boolean byUid) throws IOException, CommandException {
        boolean condStore = session.options().can(Ability.CONDSTORE);
        in.space();
        NumberSet set = NumberSet.parse(in);
        in.space();
        List<FetchItem> items = FetchItem.parse(in, session.options());
        long since = -1;
        if (condStore && in.accept(' ')) {
            in.expect('(');
            if (!in.keyword().equals("CHANGEDSINCE")) {
                throw CommandException.bad("unknown modifier");
            }
            in.space();
            since = in.number();
            in.expect(')');
        }
        in.endOfLine();
        long changedSince = since;
        return () -> {
            if (changedSince >= 0 || items.contains(MODSEQ)) {
                session.tellModSeqs();
            }
            for (int position : session.selection().positions(set, byUid)) {
                Optional<DemoMessage> message = session.selection().message(position);
                if (message.isPresent() && message.get().modSeq() > changedSince) {
                    write(position, message.get(), complete(items, byUid, changedSince >= 0));
                }
            }
            return "done";
        };
    }

    private static List<FetchItem> complete(List<FetchItem> items, boolean byUid, boolean modSeq) {
        List<FetchItem> complete = new ArrayList<>(items);
        if (byUid && !items.contains(UID)) {
            complete.addFirst(UID);
        }
        if (modSeq && !items.contains(MODSEQ)) {
            complete.add(MODSEQ);
        }
        return complete;
    }

    private void write(int position, DemoMessage found, List<FetchItem> items) throws IOException {
        DemoMessage message = found;
        Selection selection = session.selection();
        boolean marks = items.stream().anyMatch(item -> item instanceof Section section && section.seen());
        if (marks && !selection.isReadOnly() && !message.has("\\Seen")) {
            Optional<DemoMessage> seen = selection.folder().flags(message.uid(), flags -> {
                flags.add("\\Seen");
                return flags;
            });
            message = seen.orElse(message);
            selection.told(message);
            if (!items.contains(FLAGS)) {
                items.add(FLAGS);
            }
        }
        boolean served = items.stream().anyMatch(Section.class::isInstance);
        if (served && !session.account().serve(message.bytes().length)) {
            throw new ConnectionEnd("Account exceeded command or bandwidth limits. (Failure)");
        }
        Output out = session.out().text("* " + (position + 1) + " FETCH (");
        String gap = "";
        for (FetchItem item : items) {
            out.text(gap);
            gap = " ";
            switch (item) {
                case Simple simple ->
                    out.text(simple.value(message, selection.folder().name()));
                case Section section -> section.write(message, out);
            }
        }
        out.line(")");
    }
}
