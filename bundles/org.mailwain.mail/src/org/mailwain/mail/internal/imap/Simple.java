package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Reply;

/** Keeps the answers of one kind, and the reply. */
final class Simple implements Answer {
    private final String key;
    private final List<IMAPResponse> responses = new ArrayList<>();
    private Reply reply;

    /** @param key of the untagged responses that belong to the command, or null for none */
    Simple(String key) {
        this.key = key;
    }

    static Simple none() {
        return new Simple(null);
    }

    @Override
    public boolean untagged(IMAPResponse response) {
        if (key != null && response.keyEquals(key)) {
            responses.add(response);
            return true;
        }
        return false;
    }

    @Override
    public void done(Reply end) {
        reply = end;
    }

    List<IMAPResponse> responses() {
        return responses;
    }

    boolean isOk() {
        return reply != null && reply.isOk();
    }
}
