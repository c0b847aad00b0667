package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.Standing;
import org.mailwain.api.provider.StandingSink;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Fetched;
import org.mailwain.mail.internal.protocol.Reply;

/** Tells what stands in a folder, each item with the header fields by which it is recognised. */
final class Settling {
    private static final int PAGE = 1000;

    private final Session session;
    private final FolderPath folder;
    private final StandingSink sink;
    private final Naming naming;

    Settling(Session session, FolderPath folder, StandingSink sink) {
        this.session = session;
        this.folder = folder;
        this.sink = sink;
        this.naming = new Naming(session, folder);
    }

    void run(Mark from) throws FailureException {
        StatusAnswer status = session.needsStatus() ? StatusAnswer.send(session, folder) : null;
        Selection selection = session.select(folder, false);
        Page page = new Page(selection, from);
        Reply reply = fetch(page, from.next());
        if (status != null) {
            selection.fill(status);
            session.needsStatus(!selection.complete());
        }
        if (selection.failed()) {
            throw new FailureException(selection.failure());
        }
        if (from.next() > 1 && !selection.isInEpochOf(from)) {
            reply = fetch(new Page(selection, null), 1);
        }
        if (!reply.isOk() && selection.count() != 0) {
            throw new FailureException(session.pipeline.refusals().folder(reply, folder));
        }
    }

    private Reply fetch(Page page, long from) throws FailureException {
        return session.pipeline.run(
                page,
                words -> words.text("UID FETCH " + from + ":* (UID FLAGS INTERNALDATE RFC822.SIZE" + naming.extra())
                        .text(" " + HeaderFields.ITEM + ")"));
    }

    /** Items in pages, ascending. */
    private final class Page implements Answer {
        private final Selection selection;
        private final Mark from;
        private final Map<Long, Fetched> partial = new HashMap<>();
        private List<Standing> items = new ArrayList<>();
        private long last;

        /** @param from null for all */
        Page(Selection selection, Mark from) {
            this.selection = selection;
            this.from = from;
        }

        @Override
        public Bodies bodies() {
            return Bodies.FIELDS;
        }

        @Override
        public long largest(long uid) {
            return HeaderFields.LARGEST;
        }

        @Override
        public boolean fetched(Fetched item) throws FailureException {
            Fetched whole = partial.remove(item.sequence());
            if (whole == null) {
                whole = item;
            } else {
                whole.merge(item);
            }
            if (isComplete(whole)) {
                add(whole);
            } else if (partial.size() < PAGE) {
                partial.put(item.sequence(), whole);
            }
            return true;
        }

        private boolean isComplete(Fetched item) {
            return item.uid() != 0
                    && naming.isTold(item)
                    && item.flags() != null
                    && item.isSized()
                    && item.isDated()
                    && (item.fields() != null || item.bodyIsNil());
        }

        private void add(Fetched item) throws FailureException {
            if (from != null && item.uid() < from.next()) {
                return;
            }
            if (item.uid() <= last) {
                throw session.malformed("UID " + item.uid() + " after " + last);
            }
            last = item.uid();
            byte[] header = item.fields() == null ? new byte[0] : item.fields();
            items.add(new Standing(
                    naming.listed(item), item.uid(), HeaderIdentity.of(header, header.length), Optional.empty()));
            if (items.size() == PAGE) {
                flush();
            }
        }

        private void flush() throws FailureException {
            boolean ours = from == null || from.next() <= 1 || selection.isInEpochOf(from);
            if (!items.isEmpty() && selection.answered() && !selection.failed() && ours) {
                List<Standing> full = items;
                items = new ArrayList<>();
                sink.page(full);
            } else {
                items.clear();
            }
        }

        @Override
        public void done(Reply reply) throws FailureException {
            for (Fetched item : partial.values()) {
                if (item.uid() > last && (item.isSized() || item.isDated())) {
                    add(item);
                }
            }
            flush();
        }
    }
}
