package org.mailwain.mail.internal.imap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.Mark;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Reply;

/** What EXAMINE or SELECT told of a folder. */
final class Selection implements Answer {
    private final Session session;
    private final FolderPath folder;
    private final boolean writing;
    private final ImapState expected;
    private long validity = -1;
    private long next = -1;
    private long count = -1;
    private long modseq;
    private Set<String> permanent;
    private boolean answered;
    private boolean doubtful;
    private Failure failure;

    /** @param expected where it stood before, if it has to be the same folder still, else null */
    Selection(Session session, FolderPath folder, boolean writing, ImapState expected) {
        this.session = session;
        this.folder = folder;
        this.writing = writing;
        this.expected = expected;
    }

    @Override
    public boolean untagged(IMAPResponse response) {
        if (response.keyEquals("EXISTS")) {
            count = response.getNumber();
            return true;
        }
        if (response.keyEquals("FLAGS") || response.keyEquals("RECENT")) {
            return true;
        }
        return response.isUnTagged() && response.isOK() && code(Reply.of(response));
    }

    private boolean code(Reply told) {
        switch (told.code()) {
            case "UIDVALIDITY" -> validity = UidSet.number(told.arguments());
            case "UIDNEXT" -> next = UidSet.number(told.arguments());
            case "HIGHESTMODSEQ" -> modseq = modseq(told.arguments());
            case "PERMANENTFLAGS" -> permanent = flags(told.arguments());
            case "UNSEEN", "NOMODSEQ", "CLOSED", "MAILBOXID" -> {
                return true;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static long modseq(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Set<String> flags(String list) {
        Set<String> flags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        String inside = list.replace("(", "").replace(")", "").strip();
        if (!inside.isEmpty()) {
            flags.addAll(Arrays.asList(inside.split(" +")));
        }
        return flags;
    }

    @Override
    public void done(Reply reply) {
        answered = true;
        if (!reply.isOk()) {
            failure = refused(reply);
        } else if (writing && reply.has("READ-ONLY")) {
            failure = MailFailure.FOLDER_READ_ONLY.with(folder);
        } else {
            opened();
        }
    }

    private void opened() {
        if (expected == null || validity <= 0 || expected.validity() == validity) {
            session.seen(folder, state());
        } else if (session.make.forgetsValidity() && expected.count() == count) {
            doubtful = true;
        } else {
            failure = MailFailure.FOLDER_RENEWED.with(folder);
            session.seen(folder, state());
        }
        if (writing) {
            session.opened(folder, this);
        }
    }

    /** Whether it may be another folder by now: each message has to be looked at. */
    boolean isDoubtful() {
        return doubtful;
    }

    private Failure refused(Reply reply) {
        String words = reply.text().toLowerCase(Locale.ROOT);
        if (reply.code().isEmpty() && (words.contains("doesn't exist") || words.contains("does not exist"))) {
            return MailFailure.FOLDER_MISSING.with(folder);
        }
        Failure known = session.pipeline.refusals().folder(reply, folder);
        return known.is(MailFailure.FOLDER_COMMAND) ? MailFailure.FOLDER_NOT_OPENED.with(folder, reply.words()) : known;
    }

    boolean isFor(FolderPath other, boolean toWrite) {
        return folder.equals(other) && writing == toWrite;
    }

    boolean answered() {
        return answered;
    }

    boolean failed() {
        return failure != null;
    }

    /** Null while it is open. */
    Failure failure() {
        return failure;
    }

    long count() {
        return count;
    }

    /** Whether the server told enough to know where the folder stands. */
    boolean complete() {
        return validity > 0 && next > 0 && count >= 0;
    }

    /** Takes what STATUS knows and this did not tell; what the server refused to tell stays unknown. */
    void fill(StatusAnswer answer) {
        ImapState status = answer.known();
        validity = validity > 0 ? validity : status.validity();
        next = next > 0 ? next : status.next();
        count = count >= 0 ? count : status.count();
        modseq = modseq > 0 ? modseq : Math.max(0, status.modseq());
        session.seen(folder, state());
    }

    ImapState state() {
        return new ImapState(validity, next, count, modseq);
    }

    boolean isInEpochOf(Mark mark) {
        return mark.epoch().value().equals(Long.toString(validity));
    }

    /** Whether a flag given here lasts; servers that do not say take all. */
    boolean keeps(String flag) {
        if (permanent == null || permanent.contains(flag)) {
            return true;
        }
        return permanent.contains("\\*") && !flag.startsWith("\\");
    }
}
