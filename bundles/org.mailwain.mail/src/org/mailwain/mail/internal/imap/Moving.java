package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.Outcome;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Reply;

/** Moves items from folder to folder (RFC 6851), and reads from COPYUID (RFC 4315) where they stand then. */
final class Moving {
    private final Session session;
    private final FolderPath from;
    private final FolderPath to;
    private final Naming naming;
    private final Map<Long, Long> moved = new HashMap<>();

    Moving(Session session, FolderPath from, FolderPath to) {
        this.session = session;
        this.from = from;
        this.to = to;
        this.naming = new Naming(session, from);
    }

    List<Outcome.Stored> run(List<ItemId> ids) throws FailureException {
        byte[] name = session.wireName(to);
        Selection open = session.selected(from, true);
        session.pipeline.await();
        if (open.failed()) {
            throw new FailureException(open.failure());
        }
        long[] uids = ids.stream()
                .mapToLong(naming::uid)
                .filter(uid -> uid > 0)
                .sorted()
                .distinct()
                .toArray();
        for (String set : UidSet.of(uids, session.settings.commandLength())) {
            Reply reply = session.pipeline.run(
                    new Told(UidSet.count(set)),
                    words -> words.text("UID MOVE ").text(set).text(" ").string(name));
            if (!reply.isOk()) {
                refused(reply);
            }
        }
        return ids.stream().map(this::stands).toList();
    }

    /** Once something has moved, a refusal must not read as if nothing had. */
    private void refused(Reply reply) throws FailureException {
        if (moved.isEmpty()) {
            throw new FailureException(session.obey(session.pipeline.refusals().folder(reply, from)));
        }
        throw MailFailure.APPEND_UNCLEAR.raise();
    }

    private Outcome.Stored stands(ItemId id) {
        Long uid = moved.get(naming.uid(id));
        return uid == null ? null : new Outcome.Stored(ItemId.ofNumber(uid), uid, -1);
    }

    /** The server says what went where before it says what left, or at the end. */
    private final class Told implements Answer {
        private final int most;

        Told(int most) {
            this.most = most;
        }

        @Override
        public boolean untagged(IMAPResponse response) throws FailureException {
            return response.isUnTagged() && response.isOK() && took(Reply.of(response));
        }

        @Override
        public void done(Reply reply) throws FailureException {
            if (reply.isOk()) {
                took(reply);
            }
        }

        private boolean took(Reply told) throws FailureException {
            if (!told.has("COPYUID")) {
                return false;
            }
            String[] words = told.arguments().split(" ");
            List<Long> before = words.length == 3 ? uids(words[1]) : List.of();
            List<Long> after = words.length == 3 ? uids(words[2]) : List.of();
            if (before.size() != after.size() || before.isEmpty()) {
                throw session.malformed("COPYUID");
            }
            for (int i = 0; i < before.size(); i++) {
                moved.put(before.get(i), after.get(i));
            }
            return true;
        }

        /** Never more than were asked for, whatever the server says. */
        private List<Long> uids(String set) {
            List<Long> uids = new ArrayList<>();
            for (String range : set.split(",")) {
                String[] ends = range.split(":", 2);
                long first = UidSet.number(ends[0]);
                long last = ends.length == 1 ? first : UidSet.number(ends[1]);
                for (long uid = first; uid > 0 && uid <= last; uid++) {
                    if (uids.size() == most) {
                        return List.of();
                    }
                    uids.add(uid);
                }
            }
            return uids;
        }
    }
}
