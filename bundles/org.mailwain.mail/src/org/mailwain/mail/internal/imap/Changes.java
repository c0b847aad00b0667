package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.ChangeSink;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Fetched;
import org.mailwain.mail.internal.protocol.Reply;
import org.mailwain.mail.internal.protocol.Sent;

/**
 * What changed in a folder since a state: by CONDSTORE and QRESYNC (RFC 7162) where offered, else by a look at the
 * flags of all.
 */
final class Changes {
    /** Of {@code 1:*} a server may leave out what vanished behind the last message (Cyrus does). */
    private static final String EVERY_UID = "1:4294967295";

    private final Session session;
    private final FolderPath folder;
    private final ImapState since;
    private final ChangeSink sink;
    private final Naming naming;
    private Selection selection;
    private StatusAnswer status;
    private long came;

    Changes(Session session, FolderPath folder, ImapState since, ChangeSink sink) {
        this.session = session;
        this.folder = folder;
        this.since = since;
        this.sink = sink;
        this.naming = new Naming(session, folder);
    }

    void run() throws FailureException {
        status = session.needsStatus() ? StatusAnswer.send(session, folder) : null;
        selection = session.select(folder, false);
        boolean names = session.hasQresync();
        Sent asked = since.hasModseq() && session.hasModseq() ? ask(names) : null;
        while (!selection.answered()) {
            session.pipeline.step();
        }
        boolean bySequence = isOpen() && asked != null && selection.state().hasModseq();
        session.pipeline.await();
        if (selection.failed()) {
            throw new FailureException(selection.failure());
        }
        if (isOtherEpoch()) {
            throw MailFailure.FOLDER_RENEWED.raise(folder);
        }
        if (!bySequence) {
            byLooking(Math.max(1, since.next()));
            return;
        }
        accept(session.pipeline.await(asked));
        if (!names && since.count() + came != selection.count()) {
            listStanding();
        }
    }

    /** Together with the opening of the folder, so that both cost one round trip. */
    private Sent ask(boolean names) throws FailureException {
        String modifier = " (CHANGEDSINCE " + since.modseq() + (names ? " VANISHED)" : ")");
        ListAnswer list = new ListAnswer(session, naming, 1, ListRequest.MAX_PAGE, this::changed);
        return session.pipeline.send(
                new Vanishing(list),
                words -> words.text("UID FETCH " + EVERY_UID + " " + ListAnswer.items(naming) + modifier));
    }

    /** Whether the folder is open in the epoch of the state, so that what was asked together with it is of use. */
    private boolean isOpen() {
        if (!selection.answered() || selection.failed()) {
            return false;
        }
        if (status != null) {
            selection.fill(status);
            session.needsStatus(!selection.complete());
            status = null;
        }
        return !isOtherEpoch();
    }

    private boolean isOtherEpoch() {
        return since.validity() > 0 && since.validity() != selection.state().validity();
    }

    private void changed(List<ListedItem> items) throws FailureException {
        if (!isOpen()) {
            return;
        }
        came += items.stream().filter(item -> naming.uid(item) >= since.next()).count();
        sink.changed(items);
    }

    /** All flags, and all of what is new; what is not among it is gone. */
    private void byLooking(long next) throws FailureException {
        Looking looking = new Looking(next);
        ListAnswer fresh = new ListAnswer(session, naming, next, ListRequest.MAX_PAGE, items -> {
            sink.changed(items);
            looking.stands(items);
        });
        if (next > 1) {
            Reply reply = session.pipeline.run(
                    looking, words -> words.text("UID FETCH 1:" + (next - 1) + " (UID FLAGS" + naming.extra() + ")"));
            accept(reply);
        }
        Reply reply = session.pipeline.run(
                fresh, words -> words.text("UID FETCH " + next + ":* " + ListAnswer.items(naming)));
        accept(reply);
        sink.standing(looking.ids, true);
    }

    private void listStanding() throws FailureException {
        List<ItemId> ids = new ArrayList<>();
        Answer answer = new Answer() {
            @Override
            public boolean fetched(Fetched item) throws FailureException {
                if (item.uid() != 0 && naming.isTold(item)) {
                    ids.add(naming.listed(item).id());
                    page(ids);
                }
                return true;
            }

            @Override
            public void done(Reply reply) {
                // the caller looks at the reply
            }
        };
        Reply reply = session.pipeline.run(answer, words -> words.text("UID FETCH 1:* (UID" + naming.extra() + ")"));
        accept(reply);
        sink.standing(ids, true);
    }

    private void page(List<ItemId> ids) throws FailureException {
        if (ids.size() >= ListRequest.MAX_PAGE) {
            sink.standing(List.copyOf(ids), false);
            ids.clear();
        }
    }

    /** Some servers refuse to fetch from a folder without messages. */
    private void accept(Reply reply) throws FailureException {
        if (!reply.isOk() && selection.count() != 0) {
            throw new FailureException(session.pipeline.refusals().folder(reply, folder));
        }
    }

    /** Takes {@code VANISHED (EARLIER) set} beside the changed items. */
    private final class Vanishing implements Answer {
        private final ListAnswer list;

        Vanishing(ListAnswer list) {
            this.list = list;
        }

        @Override
        public boolean fetched(Fetched item) throws FailureException {
            return list.fetched(item);
        }

        @Override
        public boolean untagged(IMAPResponse response) throws FailureException {
            if (!response.keyEquals("VANISHED")) {
                return false;
            }
            String rest = response.getRest();
            if (rest.startsWith("(")) {
                rest = rest.substring(rest.indexOf(')') + 1).strip();
            }
            if (isOpen()) {
                vanished(rest);
            }
            return true;
        }

        @Override
        public void done(Reply reply) throws FailureException {
            list.done(reply);
        }
    }

    /** A set may name far more UIDs than ever existed: only those below what was known can be ours. */
    private void vanished(String set) throws FailureException {
        List<ItemId> ids = new ArrayList<>();
        for (String range : set.split(",")) {
            String[] ends = range.split(":", 2);
            long first = UidSet.number(ends[0]);
            long last = ends.length == 1 ? first : UidSet.number(ends[1]);
            if (first <= 0 || last < first) {
                throw session.malformed("VANISHED");
            }
            for (long uid = first; uid <= Math.min(last, since.next() - 1); uid++) {
                ids.add(ItemId.ofNumber(uid));
                if (ids.size() == ListRequest.MAX_PAGE) {
                    session.context.cancel().check();
                    sink.vanished(List.copyOf(ids));
                    ids.clear();
                }
            }
        }
        if (!ids.isEmpty()) {
            sink.vanished(ids);
        }
    }

    /** Flags of items that were known. */
    private final class Looking implements Answer {
        private final long next;
        private final List<ItemId> ids = new ArrayList<>();
        private List<ListedItem> items = new ArrayList<>();

        Looking(long next) {
            this.next = next;
        }

        @Override
        public boolean fetched(Fetched item) throws FailureException {
            if (item.uid() != 0 && item.uid() < next && naming.isTold(item)) {
                ListedItem plain = naming.listed(item);
                items.add(new ListedItem(plain.id(), -1, null, plain.flags(), plain.placements(), plain.preferred()));
                if (items.size() == ListRequest.MAX_PAGE) {
                    flush();
                }
            }
            return true;
        }

        private void flush() throws FailureException {
            if (!items.isEmpty()) {
                List<ListedItem> full = items;
                items = new ArrayList<>();
                sink.changed(full);
                stands(full);
            }
        }

        void stands(List<ListedItem> known) throws FailureException {
            for (ListedItem item : known) {
                ids.add(item.id());
                page(ids);
            }
        }

        @Override
        public void done(Reply reply) throws FailureException {
            flush();
        }
    }
}
