package org.mailwain.mail.internal.imap;

import java.util.Locale;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Reply;

/** What STATUS told of a folder. */
final class StatusAnswer implements Answer {
    private final Session session;
    private final FolderPath folder;
    private final byte[] wireName;
    private ImapState state;
    private FailureException failure;

    private StatusAnswer(Session session, FolderPath folder, byte[] wireName) {
        this.session = session;
        this.folder = folder;
        this.wireName = wireName;
    }

    /** The items to ask for. */
    static String items(Session session) {
        return "(MESSAGES UIDNEXT UIDVALIDITY" + (session.hasModseq() ? " HIGHESTMODSEQ)" : ")");
    }

    static StatusAnswer send(Session session, FolderPath folder) throws FailureException {
        byte[] name = session.wireName(folder);
        StatusAnswer answer = new StatusAnswer(session, folder, name);
        String items = items(session);
        session.pipeline.send(
                answer, words -> words.text("STATUS ").string(name).text(" ").text(items));
        return answer;
    }

    @Override
    public boolean untagged(IMAPResponse response) throws FailureException {
        if (state != null || !response.keyEquals("STATUS")) {
            return false;
        }
        response.reset();
        response.readAtom();
        if (!WireName.same(WireName.read(response, session), wireName)) {
            return false;
        }
        state = parse(response, session);
        return true;
    }

    /** @param response behind the folder's name */
    static ImapState parse(IMAPResponse response, Session session) throws FailureException {
        long validity = -1;
        long next = -1;
        long count = -1;
        long modseq = 0;
        if (!response.isNextNonSpace('(')) {
            throw session.malformed("STATUS");
        }
        while (!response.isNextNonSpace(')')) {
            String item = response.readAtom();
            if (item == null || item.isEmpty()) {
                throw session.malformed("STATUS");
            }
            long value = response.readLong();
            switch (item.toUpperCase(Locale.ROOT)) {
                case "MESSAGES" -> count = value;
                case "UIDNEXT" -> next = value;
                case "UIDVALIDITY" -> validity = value;
                case "HIGHESTMODSEQ" -> modseq = Math.max(0, value);
                default -> {
                    // not asked for, and of no use
                }
            }
        }
        return new ImapState(validity, next, count, modseq);
    }

    @Override
    public void done(Reply reply) {
        if (!reply.isOk() || state == null) {
            failure = new FailureException(session.pipeline.refusals().folder(reply, folder));
        } else {
            session.seen(folder, state);
        }
    }

    /** Nothing where the server refused. */
    ImapState known() {
        return state == null ? new ImapState(-1, -1, -1, 0) : state;
    }

    /** @throws FailureException of the folder's scope where the server refused */
    ImapState state() throws FailureException {
        if (failure != null) {
            throw failure;
        }
        return state;
    }
}
