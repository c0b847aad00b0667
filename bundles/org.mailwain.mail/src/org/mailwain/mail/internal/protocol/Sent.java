package org.mailwain.mail.internal.protocol;

/** A command that was written. */
public final class Sent {
    final String tag;
    final Answer answer;
    Reply reply;

    Sent(String tag, Answer answer) {
        this.tag = tag;
        this.answer = answer;
    }

    /** Null while it is under way. */
    public Reply reply() {
        return reply;
    }
}
