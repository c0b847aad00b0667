package org.mailwain.mail.internal.imap;

import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.FailureException;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Reply;

/** What MYRIGHTS tells (RFC 4314 section 3.5). */
final class Rights implements Answer {
    private final Session session;
    private String letters = "";
    private boolean told;

    private Rights(Session session) {
        this.session = session;
    }

    /** @param wire a folder's full name */
    static Rights ask(Session session, byte[] wire) throws FailureException {
        Rights rights = new Rights(session);
        session.pipeline.send(rights, words -> words.text("MYRIGHTS ").string(wire));
        return rights;
    }

    @Override
    public boolean untagged(IMAPResponse response) throws FailureException {
        if (told || !response.keyEquals("MYRIGHTS")) {
            return false;
        }
        response.reset();
        response.readAtom();
        WireName.read(response, session);
        response.skipSpaces();
        String rest = response.getRest();
        letters = rest == null ? "" : rest.strip().replace("\"", "");
        told = true;
        return true;
    }

    @Override
    public void done(Reply reply) {
        // a server that refuses to tell may let us read all the same
    }

    String letters() {
        return letters;
    }

    /** A server that does not tell may let us: opening the folder shows. */
    boolean mayRead() {
        return !told || letters.indexOf('r') >= 0;
    }
}
