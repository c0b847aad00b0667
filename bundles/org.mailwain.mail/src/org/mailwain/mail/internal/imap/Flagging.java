package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Reply;

/** Changes flags of items that stand in a folder, and removes single ones. */
final class Flagging {
    private final Session session;
    private final FolderPath folder;
    private final Naming naming;
    private final List<Failure> refused = new ArrayList<>();

    Flagging(Session session, FolderPath folder) {
        this.naming = new Naming(session, folder);
        this.session = session;
        this.folder = folder;
    }

    List<Failure> set(List<FlagChange> changes) throws FailureException {
        Selection open = open();
        Map<String, List<ItemId>> byFlags = new LinkedHashMap<>();
        for (FlagChange change : changes) {
            String flags = String.join(" ", Appending.atoms(change.flags(), open));
            byFlags.computeIfAbsent(flags, f -> new ArrayList<>()).add(change.id());
        }
        for (Map.Entry<String, List<ItemId>> group : byFlags.entrySet()) {
            store(group.getValue(), "FLAGS.SILENT (" + group.getKey() + ")");
        }
        session.pipeline.await();
        return refused;
    }

    void remove(Collection<ItemId> ids) throws FailureException {
        if (!session.pipeline.has("UIDPLUS")) {
            throw MailFailure.COMMAND_REFUSED.raise("UID EXPUNGE", "");
        }
        open();
        store(ids, "+FLAGS.SILENT (\\Deleted)");
        for (String set : sets(ids)) {
            session.pipeline.send(
                    new Each(1), words -> words.text("UID EXPUNGE ").text(set));
        }
        session.pipeline.await();
        if (!refused.isEmpty()) {
            throw new FailureException(refused.getFirst());
        }
    }

    private Selection open() throws FailureException {
        Selection open = session.selected(folder, true);
        session.pipeline.await();
        if (open.failed()) {
            throw new FailureException(open.failure());
        }
        return open;
    }

    private void store(Collection<ItemId> ids, String what) throws FailureException {
        for (String set : sets(ids)) {
            session.pipeline.send(
                    new Each(UidSet.count(set)),
                    words -> words.text("UID STORE ").text(set).text(" ").text(what));
        }
    }

    private List<String> sets(Collection<ItemId> ids) {
        long[] uids = ids.stream()
                .mapToLong(naming::uid)
                .filter(uid -> uid > 0)
                .sorted()
                .distinct()
                .toArray();
        return UidSet.of(uids, session.settings.commandLength());
    }

    /** A refusal concerns each item of its command. */
    private final class Each implements Answer {
        private final int items;

        Each(int items) {
            this.items = items;
        }

        @Override
        public void done(Reply reply) {
            if (!reply.isOk()) {
                Failure failure = session.obey(session.pipeline.refusals().folder(reply, folder));
                for (int i = 0; i < items; i++) {
                    refused.add(failure);
                }
            }
        }
    }
}
